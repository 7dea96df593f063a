package dev.cairn.core.apply;

import dev.cairn.api.plan.Plan;
import dev.cairn.api.plan.Step;
import dev.cairn.api.plan.StepKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lays the steps of a plan out as nodes that wait for each other. A transaction is one node; steps
/// that wait for one of its steps wait for all of it.
final class Nodes {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<StepKey, Node> byKey = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();

  private Nodes() {}

  private record Wait(Node node, SortedSet<StepKey> keys) {}

  /// @throws IllegalArgumentException where the plan is none: a step that waits for itself or for
  ///   nothing that there is
  static List<Node> of(Plan plan) {
    Nodes layout = new Nodes();
    plan.steps().forEach(step -> layout.add(step, null));
    layout.waits.forEach(layout::link);
    layout.measure();
    return layout.nodes;
  }

  private Node add(Step step, @Nullable Node decider) {
    return switch (step) {
      case Step.IfChanged branch -> branch(branch, decider);
      case Step.Transaction transaction -> transaction(transaction, decider);
      case Step.Create ignored -> leaf(step, decider);
      case Step.Update ignored -> leaf(step, decider);
      case Step.Delete ignored -> leaf(step, decider);
      case Step.Read ignored -> leaf(step, decider);
      case Step.Amend ignored -> leaf(step, decider);
      case Step.Write ignored -> leaf(step, decider);
    };
  }

  private Node leaf(Step step, @Nullable Node decider) {
    Node node = node(step, Node.Part.WHOLE, decider);
    byKey.put(step.key(), node);
    waits.add(new Wait(node, step.waitsFor()));
    return node;
  }

  private Node branch(Step.IfChanged branch, @Nullable Node decider) {
    Node decide = node(branch, Node.Part.DECIDE, decider);
    waits.add(new Wait(decide, branch.waitsFor()));
    List<Node> inner = branch.steps().stream().map(step -> add(step, decide)).toList();
    Node join = node(branch, Node.Part.JOIN, decider);
    byKey.put(branch.key(), join);
    decide.before(join);
    inner.forEach(node -> node.before(join));
    return join;
  }

  private Node transaction(Step.Transaction transaction, @Nullable Node decider) {
    Node node = node(transaction, Node.Part.WHOLE, decider);
    SortedSet<StepKey> keys = new TreeSet<>(transaction.waitsFor());
    List<Step> held = new ArrayList<>(transaction.forward());
    held.addAll(transaction.reverse());
    held.forEach(step -> keys.addAll(step.waitsFor()));
    held.forEach(step -> {
      byKey.put(step.key(), node);
      keys.remove(step.key());
    });
    byKey.put(transaction.key(), node);
    waits.add(new Wait(node, keys));
    return node;
  }

  private Node node(Step step, Node.Part part, @Nullable Node decider) {
    Node node = new Node(nodes.size(), step, part, decider);
    nodes.add(node);
    if (decider != null) {
      decider.before(node);
    }
    return node;
  }

  private void link(Wait wait) {
    for (StepKey key : wait.keys()) {
      Node awaited = byKey.get(key);
      if (awaited == null) {
        throw new IllegalArgumentException(
            wait.node().step.key() + " waits for " + key + ", which is no step of the plan");
      }
      if (awaited != wait.node()) {
        awaited.before(wait.node());
      }
    }
  }

  /// The height of a node is the length of the longest chain of nodes that wait for it.
  private void measure() {
    List<Node> order = new ArrayList<>();
    int[] open = nodes.stream().mapToInt(node -> node.open).toArray();
    Queue<Node> ready = new ArrayDeque<>(nodes.stream().filter(node -> node.open == 0).toList());
    while (!ready.isEmpty()) {
      Node node = ready.remove();
      order.add(node);
      node.next.stream().filter(later -> --open[later.number] == 0).forEach(ready::add);
    }
    if (order.size() < nodes.size()) {
      throw new IllegalArgumentException("the steps of the plan wait for each other in a circle");
    }
    for (Node node : order.reversed()) {
      node.height = node.next.stream().mapToInt(later -> later.height + 1).max().orElse(0);
    }
  }
}
