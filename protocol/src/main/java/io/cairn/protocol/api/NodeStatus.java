package io.cairn.protocol.api;

/** How far the node has followed the network, how it is connected, and how full recent tipsets were. */
public record NodeStatus(Sync syncStatus, Peers peerStatus, Chain chainStatus) {

    /** The head's epoch and how many epochs it lags behind the clock. */
    public record Sync(long epoch, long behind) {
    }

    /** Peers that messages and blocks can be published to. */
    public record Peers(long peersToPublishMsgs, long peersToPublishBlocks) {
    }

    /** Mean number of blocks a tipset, over 100 and over 900 epochs. */
    public record Chain(double blocksPerTipsetLast100, double blocksPerTipsetLastFinality) {
    }
}
