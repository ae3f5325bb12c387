/**
 * JSON-RPC 2.0 as Lotus speaks it, over HTTP and WebSocket. Begin with
 * {@link io.cairn.protocol.rpc.NodeEndpoint#parse} and {@link io.cairn.protocol.rpc.FullNodeClient#connect}.
 */
package io.cairn.protocol.rpc;
