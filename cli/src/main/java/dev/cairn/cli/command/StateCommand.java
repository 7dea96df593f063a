package dev.cairn.cli.command;

import picocli.CommandLine;

/// `cairn state`: what the state holds. Only reads.
@CommandLine.Command(
    name = "state",
    header = "Look at the recorded state.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {StateListCommand.class, StateShowCommand.class, StateHistoryCommand.class},
    footer = {"", "Examples:", "  cairn state list stacks/dc", "  cairn state show vpc stacks/dc"})
public final class StateCommand {}
