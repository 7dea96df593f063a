package dev.cairn.core.apply;

import dev.cairn.api.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in the order of an apply. Guarded by its [Agenda].
final class Node {
  final int number;
  final Step step;
  final Part part;

  /// The node that decides whether this one is carried out; null where nothing does.
  final @Nullable Node decider;

  final List<Node> next = new ArrayList<>();
  int open;
  int height;
  boolean over;
  private boolean omits;

  Node(int number, Step step, Part part, @Nullable Node decider) {
    this.number = number;
    this.step = step;
    this.part = part;
    this.decider = decider;
  }

  /// Which part of its step a node is.
  enum Part {
    WHOLE,
    /// Decides whether the steps of an `IfChanged` are carried out.
    DECIDE,
    /// Is there once all steps of an `IfChanged` are over.
    JOIN
  }

  void before(Node other) {
    next.add(other);
    other.open++;
  }

  void omit() {
    omits = true;
  }

  /// Whether some node that decides over this one has omitted it.
  boolean omitted() {
    return decider != null && (decider.omits || decider.omitted());
  }
}
