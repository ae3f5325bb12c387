package io.cairn.devnet.actor.power;

/** A call that a miner asked for at an epoch. */
record CronEvent(long miner, byte[] payload) {
}
