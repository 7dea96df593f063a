package dev.cairn.core.apply;

import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.StepKey;
import dev.cairn.core.apply.Applied.End;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/// What is to be done next, longest chain first. Thread-safe.
final class Agenda {
  private final List<Node> nodes;
  private final Cancellation cancellation;
  private final PriorityQueue<Node> ready =
      new PriorityQueue<>(
          Comparator.<Node>comparingInt(node -> -node.height)
              .thenComparingInt(node -> node.number));
  private End end = End.FINISHED;
  private int running;

  Agenda(Plan plan, Cancellation cancellation) {
    this.nodes = Nodes.of(plan);
    this.cancellation = cancellation;
    nodes.stream().filter(node -> node.open == 0).forEach(ready::add);
  }

  int size() {
    return nodes.size();
  }

  /// Blocks until there is something to do; empty when nothing will be started any more.
  synchronized Optional<Node> take() {
    while (running > 0 && mayStart() && ready.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted outside of a wait", e);
      }
    }
    if (!mayStart() || ready.isEmpty()) {
      notifyAll();
      return Optional.empty();
    }
    running++;
    return Optional.of(ready.remove());
  }

  private boolean mayStart() {
    return end == End.FINISHED && !cancellation.draining();
  }

  /// The node ended well: what waited for it alone can start.
  synchronized void ended(Node node) {
    node.over = true;
    running--;
    for (Node later : node.next) {
      later.open--;
      if (later.open == 0 && !later.over) {
        ready.add(later);
      }
    }
    notifyAll();
  }

  /// The node failed: what waits for it, directly or not, is skipped.
  ///
  /// @param skipped takes each skipped step and its cause
  synchronized void failed(Node node, BiConsumer<StepKey, StepKey> skipped) {
    node.over = true;
    running--;
    Deque<Node> reach = new ArrayDeque<>(node.next);
    while (!reach.isEmpty()) {
      Node later = reach.remove();
      if (!later.over) {
        later.over = true;
        reach.addAll(later.next);
        if (later.part == Node.Part.WHOLE) {
          skipped.accept(later.step.key(), node.step.key());
        }
      }
    }
    notifyAll();
  }

  /// A worker gives up on a node without a result.
  synchronized void dropped() {
    running--;
    notifyAll();
  }

  /// From now on nothing is started; the first reason stands.
  synchronized void stop(End reason) {
    if (end == End.FINISHED) {
      end = reason;
    }
    notifyAll();
  }

  synchronized End end() {
    if (end != End.FINISHED || !cancellation.draining() || leftOver().isEmpty()) {
      return end;
    }
    return cancellation.aborted() ? End.ABORTED : End.DRAINED;
  }

  /// The steps that never had their turn.
  synchronized List<StepKey> leftOver() {
    List<StepKey> keys = new ArrayList<>();
    nodes.stream()
        .filter(node -> !node.over && node.part == Node.Part.WHOLE)
        .forEach(node -> keys.add(node.step.key()));
    return keys;
  }
}
