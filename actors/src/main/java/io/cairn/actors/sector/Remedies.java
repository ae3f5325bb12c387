package io.cairn.actors.sector;

import io.cairn.persistence.sector.Chain;
import io.cairn.persistence.sector.FailureClass;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Seal;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorEvent.BackedOff;
import io.cairn.persistence.sector.SectorEvent.Held;
import io.cairn.persistence.sector.SectorEvent.RolledBack;
import io.cairn.persistence.sector.SectorEvent.StageFailed;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sector.Troubles;
import java.util.ArrayList;
import java.util.List;

/** What a sector does about a failure. Pure: workers report, the sector decides. */
final class Remedies {
    /** Failures of bytes that one sector may have before an operator looks at it. */
    private static final int DATA_FAILURES = 5;
    private static final int REFUSALS = 3;
    private static final long SHORT_PAUSE = 5_000;
    private static final long LONGEST_SHORT_PAUSE = 600_000;
    private static final long LONG_PAUSE = 60_000;
    private static final long LONGEST_PAUSE = 3_600_000;

    private final SectorState state;
    private final FailureCode code;
    private final String detail;
    private final long now;
    private final List<SectorEvent> events = new ArrayList<>();

    private Remedies(SectorState state, FailureCode code, String detail, long now) {
        this.state = state;
        this.code = code;
        this.detail = detail;
        this.now = now;
    }

    /** The events that follow from a failure. */
    static List<SectorEvent> of(SectorState state, FailureCode code, String detail, long now) {
        Remedies remedies = new Remedies(state, code, detail, now);
        remedies.events.add(new StageFailed(code, detail, now));
        remedies.decide(state.troubles().count(code) + 1);
        return remedies.events;
    }

    /** The events that follow when a message did not leave: nothing was signed or spent, the same request is tried again. */
    static List<SectorEvent> notSent(SectorState state, boolean lacksFunds, String detail, long now) {
        FailureCode code = lacksFunds ? FailureCode.INSUFFICIENT_FUNDS : FailureCode.API_DOWN;
        Remedies remedies = new Remedies(state, code, detail, now);
        remedies.events.add(new StageFailed(code, detail, now));
        remedies.pause(SHORT_PAUSE, LONGEST_SHORT_PAUSE);
        return remedies.events;
    }

    private void decide(int times) {
        Troubles troubles = state.troubles();
        if (code.kind() == FailureClass.DATA && troubles.dataFailures() + 1 > DATA_FAILURES) {
            hold(FailureCode.BAD_HARDWARE);
            return;
        }
        switch (code) {
            case WORKER_RESTART, API_DOWN, NO_SPACE, FETCH_FAILED -> pause(SHORT_PAUSE, LONGEST_SHORT_PAUSE);
            case TREES_SELF_CHECK, COMM_D_MISMATCH -> treesAgain(times);
            case PROOF_INVALID -> proofAgain(times);
            case FILES_MISSING -> filesAgain();
            case TICKET_EXPIRED -> newTicket();
            case DEAL_START_PASSED, PRECOMMIT_EXPIRED, NUMBER_TAKEN, BAD_HARDWARE -> hold(code);
            case INSUFFICIENT_FUNDS, OUT_OF_GAS, MESSAGE_LOST -> sendAgain();
            case MESSAGE_REFUSED -> {
                if (times >= REFUSALS) {
                    hold(code);
                } else {
                    sendAgain();
                }
            }
        }
    }

    /** Once the trees alone, then the data tree as well, then the layers with the same ticket. */
    private void treesAgain(int times) {
        Seal to = code == FailureCode.COMM_D_MISMATCH && times == 1 ? Seal.LAYERED : switch (times) {
            case 1 -> Seal.DATA_TREE;
            case 2 -> Seal.LAYERED;
            default -> Seal.PACKED;
        };
        rollBack(to, state.chain(), false);
        pause(SHORT_PAUSE, LONGEST_SHORT_PAUSE);
    }

    /** The replica is on chain: only the proof is made again. */
    private void proofAgain(int times) {
        if (times >= REFUSALS) {
            hold(code);
        } else {
            pause(SHORT_PAUSE, LONGEST_SHORT_PAUSE);
        }
    }

    /** The replica follows from the ticket: the same files come out again, whatever is on chain. */
    private void filesAgain() {
        if (state.chain().compareTo(Chain.ACTIVE) >= 0) {
            hold(code);
        } else {
            rollBack(Seal.PACKED, state.chain(), false);
        }
    }

    private void newTicket() {
        if (state.chain() == Chain.NONE || state.chain() == Chain.PRECOMMIT_QUEUED) {
            rollBack(Seal.PACKED, Chain.NONE, true);
        } else {
            hold(code);
        }
    }

    private void sendAgain() {
        boolean commitment = state.chain().compareTo(Chain.PROVED) >= 0;
        rollBack(state.seal(), commitment ? Chain.PROVED : Chain.NONE, false);
        pause(LONG_PAUSE, LONGEST_PAUSE);
    }

    private void rollBack(Seal seal, Chain chain, boolean ticket) {
        events.add(new RolledBack(seal, chain, ticket, code + ": " + detail, now));
    }

    private void hold(FailureCode why) {
        events.add(new Held(why, detail, now));
    }

    private void pause(long first, long longest) {
        int attempt = state.work().attempt() + 1;
        long pause = Math.min(first << Math.min(attempt - 1, 20), longest);
        events.add(new BackedOff(now + pause, attempt, now));
    }
}
