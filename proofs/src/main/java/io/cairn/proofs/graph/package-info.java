/**
 * The graph that replication labels: the fourteen parents of a node, computed or kept in the reference's file.
 */
package io.cairn.proofs.graph;
