package io.cairn.node.watch;

import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview.Figures;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.ShardGroup;
import io.cairn.node.view.Overview.Tile;
import io.cairn.persistence.deal.DealStage;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Puts what is known into what is shown; remembers what has been told and since when alerts are open. */
final class Portrait {

    private static final int LINES_SHOWN = 60;

    private final String miner;
    private final String network;
    private final Pace pace;
    private final long seedDelay;
    private final Story story;
    private final AlertBook alerts = new AlertBook();

    Portrait(String miner, String network, Pace pace, long seedDelay) {
        this.miner = miner;
        this.network = network;
        this.pace = pace;
        this.seedDelay = seedDelay;
        this.story = new Story(seedDelay, Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    Overview of(Facts facts) {
        story.look(facts);
        List<DeadlineCell> cells = DeadlineCells.of(facts);
        List<Alert> open = alerts.update(AlertRules.of(facts, cells, pace));
        List<Job> jobs = Jobs.of(facts.work(), facts.at());
        return new Overview(
                miner, network, facts.chain().height(), facts.headAge().toMillis() / 1000.0,
                Verdicts.of(facts, cells, open, pace), open, tiles(facts, cells), NextWindow.words(cells, facts, pace), cells,
                Pipeline.counts(facts), Pipeline.columns(facts, jobs, seedDelay), jobs, Jobs.cores(facts.load()), facts.memory(),
                facts.shards().stream().filter(spread -> spread.shards() > 0)
                        .map(spread -> new ShardGroup(spread.node(), spread.type(), spread.entities(), spread.shards())).toList(),
                story.newest().stream().limit(LINES_SHOWN).toList(), figures(facts));
    }

    private List<Tile> tiles(Facts facts, List<DeadlineCell> cells) {
        ChainFacts chain = facts.chain();
        BigInteger own = chain.power().minerPower().rawBytePower();
        BigInteger all = chain.power().totalPower().rawBytePower();
        long proving = chain.live() - chain.faults().count();
        long moving = facts.sectors().stream()
                .filter(view -> SectorStage.of(view, chain).board() != SectorStage.Board.DONE).count();
        String window = NextWindow.open(cells).map(cell -> "open: " + Amounts.of(cell.liveSectors(), "sector"))
                .orElse("of 48, " + (cells.get((int) chain.now().index()).liveSectors() == 0 ? "nothing to prove" : "proved"));
        return List.of(
                new Tile("Power", Amounts.bytes(own), Amounts.percent(own, all) + " of the network"),
                new Tile("Proving", Amounts.count(proving) + " / " + Amounts.count(chain.live()), "sectors on the chain"),
                new Tile("Deadline now", String.valueOf(chain.now().index()), window),
                new Tile("On their way", Amounts.count(moving), moving == 1 ? "sector being sealed" : "sectors being sealed"),
                new Tile("Worker can spend", Amounts.fil(chain.worker()), "gas, deposits, pledge"),
                new Tile("Windows landed", Amounts.count(story.windows().landed()),
                        Amounts.count(story.windows().late()) + " missed since the start"));
    }

    private Figures figures(Facts facts) {
        ChainFacts chain = facts.chain();
        return new Figures(
                chain.power().minerPower().rawBytePower().toString(), chain.power().minerPower().qualityAdjPower().toString(),
                chain.power().totalPower().rawBytePower().toString(), chain.worker().atto().toString(),
                chain.available().atto().toString(), chain.faults().count(), chain.recoveries().count(),
                pace.seconds(Math.max(0, chain.now().close() - chain.height())),
                story.windows().landed(), story.windows().late(), story.windows().failed(), sweep(facts), deals(facts),
                facts.deals().stream().filter(deal -> !deal.state().paused().isEmpty()).count());
    }

    private static List<Overview.StageCount> deals(Facts facts) {
        return Arrays.stream(DealStage.values()).filter(stage -> stage != DealStage.NONE && stage != DealStage.ENDED)
                .map(stage -> new Overview.StageCount(stage.name(), facts.deals().stream().filter(deal -> deal.state().stage() == stage).count()))
                .toList();
    }

    private static Overview.Sweep sweep(Facts facts) {
        return facts.swept().map(found -> new Overview.Sweep(found.at().toEpochMilli(), found.stuck().size(), found.strays().size(),
                found.strays().values().stream().mapToLong(Long::longValue).sum())).orElseGet(() -> new Overview.Sweep(0, 0, 0, 0));
    }
}
