package io.cairn.node.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command explains itself; a slip of the hand is answered with the nearest word. */
class HelpTest {

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
        return all;
    }

    @Test
    void everyCommandAndEveryOptionIsDescribed() {
        for (CommandLine command : all(Cairn.commandLine())) {
            String name = command.getCommandSpec().qualifiedName();
            assertTrue(command.getCommandSpec().usageMessage().description().length > 0, name);
            command.getCommandSpec().args().forEach(argument ->
                    assertTrue(argument.description().length > 0, name + " " + argument.paramLabel()));
        }
    }

    @Test
    void everyCommandHasHelpAndItsExitCodes() {
        for (CommandLine command : all(Cairn.commandLine())) {
            String[] words = command.getCommandSpec().qualifiedName().split(" ");
            if (command.getCommandName().equals("help")) {
                continue;
            }
            String[] asked = Arrays.copyOfRange(words, 1, words.length + 1);
            asked[asked.length - 1] = "--help";
            Ran help = Ran.plain(asked);
            assertEquals(0, help.code(), String.join(" ", asked));
            assertTrue(help.out().startsWith("Usage: " + String.join(" ", words)), help.out());
            assertTrue(help.out().contains("Exit codes:"), help.out());
        }
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearest() {
        Ran slip = Ran.plain("inof");
        assertEquals(2, slip.code());
        assertTrue(slip.err().contains("Did you mean: cairn info"), slip.err());
        String inGroup = Ran.plain("devnet", "nul-rounds", "3").err();
        assertTrue(inGroup.contains("Did you mean: devnet null-rounds"), inGroup);
    }

    @Test
    void aGroupWithoutItsCommandShowsItsCommands() {
        Ran group = Ran.plain("proving");
        assertEquals(2, group.code());
        assertTrue(group.err().contains("deadlines"), group.err());
    }

    @Test
    void aWrongArgumentIsNamedAndTheHelpPointedTo() {
        Ran wrong = Ran.plain("proving", "deadline", "seven");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("'seven'"), wrong.err());
        assertTrue(wrong.err().endsWith("'cairn proving deadline --help' explains.\n"), wrong.err());
    }
}
