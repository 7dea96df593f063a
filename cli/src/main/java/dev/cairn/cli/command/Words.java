package dev.cairn.cli.command;

import dev.cairn.cli.invocation.Invocation;
import dev.cairn.cli.wiring.StackPlace;
import dev.cairn.cli.wiring.StackRequest;
import java.util.List;
import java.util.Optional;

/// The words `[STACK] [NAME]`, either of which may be left out: one word that names no stack names
/// something in the stack of the current directory.
record Words(List<String> words, StackOptions options, Invocation invocation) {
  StackRequest request() {
    return options.request(invocation, words.size() == 2 || stackAlone() ? words.getFirst() : ".");
  }

  /// What is named within the stack.
  Optional<String> name() {
    return words.isEmpty() || stackAlone() ? Optional.empty() : Optional.of(words.getLast());
  }

  private boolean stackAlone() {
    return words.size() == 1
        && StackPlace.find(options.request(invocation, words.getFirst())).isPresent();
  }
}
