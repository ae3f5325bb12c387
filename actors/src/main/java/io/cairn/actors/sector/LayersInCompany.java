package io.cairn.actors.sector;

import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.Work;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.seal.SectorName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has sectors labelled, and those that wait for it at the same time in company, where the tasks say that this is best. Each sector has a turn of its own; the one
 * that comes first takes others along, whose turns are over then. It may be used from any thread.
 *
 * <p>A sector that is cancelled leaves its company, which goes on without it from the layers that are finished. A company that fails is dissolved and each of
 * its sectors labelled alone, so that the failure is one sector's own; who failed alone is not taken along again before it has its layers.
 */
final class LayersInCompany {
    private static final Logger LOG = LoggerFactory.getLogger(LayersInCompany.class);

    private final SealingTasks tasks;
    private final RunningWork work;
    /** Guards both lists. */
    private final Object lock = new Object();
    private final List<Member> waiting = new ArrayList<>();
    private final Set<SectorName> alone = new HashSet<>();

    /** @param work where sectors are listed while they are labelled */
    LayersInCompany(SealingTasks tasks, RunningWork work) {
        this.tasks = tasks;
        this.work = work;
    }

    /**
     * Has a sector labelled when it is its turn, or sooner.
     *
     * @param listed as what it is listed
     * @param owner  told how far its labels are, and asked whether to go on, also while it waits
     */
    CompletionStage<Void> label(Job job, Work listed, Progress owner) {
        Member member = new Member(job, listed, owner, new CompletableFuture<>());
        queue(member);
        return member.result;
    }

    private void queue(Member member) {
        synchronized (lock) {
            List<Member> former = waiting.stream().filter(other -> other.name().equals(member.name())).toList();
            former.forEach(other -> other.result.cancel(false));
            waiting.removeAll(former);
            waiting.add(member);
        }
        work.compute(Priority.LABELS, member, () -> {
            lead(member);
            return null;
        }).whenComplete((_, failure) -> {
            if (failure != null) {
                ended(member, failure);
            }
        });
    }

    /** A turn that was dropped, or failed with whom it labelled; those that were taken along are not concerned. */
    private void ended(Member member, Throwable failure) {
        synchronized (lock) {
            waiting.remove(member);
        }
        member.company.forEach(each -> each.result.completeExceptionally(failure));
    }

    /** A sector's turn: nothing is left to do if another has taken it along. */
    private void lead(Member leader) {
        List<Member> company = gathered(leader);
        while (!company.isEmpty()) {
            leader.company = company;
            company = labelled(company);
        }
    }

    /** Whom a sector's turn is for: nobody if another has taken it along. The tasks may take their time to choose, so nobody waits for that. */
    private List<Member> gathered(Member leader) {
        while (true) {
            List<Member> company = chosen(candidates(leader));
            synchronized (lock) {
                if (waiting.containsAll(company)) {
                    waiting.removeAll(company);
                    company.stream().filter(member -> member != leader).forEach(member -> member.company = List.of());
                    return company;
                }
            }
        }
    }

    private List<Member> candidates(Member leader) {
        synchronized (lock) {
            if (!waiting.contains(leader)) {
                return List.of();
            }
            List<Member> candidates = new ArrayList<>(List.of(leader));
            if (!alone.contains(leader.name())) {
                waiting.stream().filter(member -> member != leader && !alone.contains(member.name()) && !member.cancelled())
                        .forEach(candidates::add);
            }
            return candidates;
        }
    }

    private List<Member> chosen(List<Member> candidates) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        List<Job> jobs = tasks.company(candidates.stream().map(member -> member.job).toList());
        return candidates.stream().filter(member -> jobs.contains(member.job)).toList();
    }

    /** Labels a company; answers those of it that go on at once. */
    private List<Member> labelled(List<Member> company) {
        if (company.size() > 1) {
            LOG.info("layers of {} sectors are labelled together: {}", company.size(), names(company));
        }
        try {
            labelListed(company, 0);
            finished(company);
            return List.of();
        } catch (RuntimeException | Error e) {
            List<Member> rest = company.stream().filter(member -> !member.running.cancelled()).toList();
            if (rest.size() < company.size()) {
                company.stream().filter(member -> !rest.contains(member)).forEach(member -> member.result.completeExceptionally(e));
                return regrouped(rest);
            }
            failed(company, e);
            return List.of();
        }
    }

    /** Lists the sectors from an index on, and labels all once they are listed. */
    private void labelListed(List<Member> company, int from) {
        if (from < company.size()) {
            Member member = company.get(from);
            work.run(member.listed, member.owner, progress -> {
                member.running = progress;
                labelListed(company, from + 1);
                return null;
            });
        } else {
            label(company.stream().map(member -> member.job).toList(), new Shared(company.stream().map(member -> member.running).toList()));
        }
    }

    private void label(List<Job> company, Progress progress) {
        progress.checkCancelled();
        if (company.size() == 1) {
            tasks.layers(company.getFirst(), progress);
        } else {
            tasks.layersTogether(company, progress);
        }
    }

    private void finished(List<Member> company) {
        synchronized (lock) {
            company.forEach(member -> alone.remove(member.name()));
        }
        company.forEach(member -> member.result.complete(null));
    }

    /** Those that a cancelled sector has left behind: as many as are best labelled together stay so, the others wait for a turn. */
    private List<Member> regrouped(List<Member> rest) {
        List<Member> staying = chosen(rest);
        rest.stream().filter(member -> !staying.contains(member)).forEach(member -> queue(member.again()));
        return staying;
    }

    private void failed(List<Member> company, Throwable failure) {
        if (failure instanceof CancellationException) {
            company.forEach(member -> member.result.completeExceptionally(failure));
            return;
        }
        synchronized (lock) {
            company.forEach(member -> alone.add(member.name()));
        }
        if (company.size() == 1) {
            company.getFirst().result.completeExceptionally(failure);
        } else {
            LOG.warn("sectors {} could not be labelled together, each goes on alone: {}", names(company),
                    failure instanceof SealingFailure ? failure.getMessage() : failure.toString());
            company.forEach(member -> queue(member.again()));
        }
    }

    private static List<Long> names(List<Member> company) {
        return company.stream().map(member -> member.job.sector()).toList();
    }

    /** A sector to be labelled; as a listener it says when its turn is over. */
    private static final class Member implements Progress {
        private final Job job;
        private final Work listed;
        private final Progress owner;
        private final CompletableFuture<Void> result;
        /** Who is labelled in its turn: the sector itself before it begins, nobody if it was taken along. */
        private volatile List<Member> company = List.of(this);
        private volatile Progress running;

        private Member(Job job, Work listed, Progress owner, CompletableFuture<Void> result) {
            this.job = job;
            this.listed = listed;
            this.owner = owner;
            this.running = owner;
            this.result = result;
        }

        /** The same sector with another turn. */
        private Member again() {
            return new Member(job, listed, owner, result);
        }

        private SectorName name() {
            return new SectorName(job.miner(), job.sector());
        }

        @Override
        public void advanced(long done, long total) {
            // Each sector hears of it where it is listed.
        }

        @Override
        public boolean cancelled() {
            List<Member> now = company;
            return now.isEmpty() || now.stream().anyMatch(member -> member.owner.cancelled());
        }
    }

    /** Hears for all of a company; what ends one ends the computation. */
    private record Shared(List<Progress> members) implements Progress {
        @Override
        public void advanced(long done, long total) {
            members.forEach(member -> member.advanced(done, total));
        }

        @Override
        public boolean cancelled() {
            return members.stream().anyMatch(Progress::cancelled);
        }
    }
}
