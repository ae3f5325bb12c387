/**
 * The server side of a full node's JSON-RPC: {@link io.cairn.devnet.rpc.MethodTable method tables} served by
 * {@link io.cairn.devnet.rpc.RpcServer} over HTTP and WebSocket.
 */
package io.cairn.devnet.rpc;
