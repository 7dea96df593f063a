package dev.cairn.core.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A directed graph: each node with the nodes that it waits for. Immutable; every answer is in the
/// order of the nodes, so that equal graphs give equal answers. Linear in nodes and edges, but for
/// the sorting.
public final class Graph<N extends Comparable<N>> {
  private final SortedMap<N, SortedSet<N>> waits;

  private Graph(SortedMap<N, SortedSet<N>> waits) {
    this.waits = waits;
  }

  /// @param waits what each node waits for; edges to nodes that are no key are left out
  public static <N extends Comparable<N>> Graph<N> of(Map<N, ? extends Collection<N>> waits) {
    SortedMap<N, SortedSet<N>> copy = new TreeMap<>();
    waits.forEach((node, others) -> {
      SortedSet<N> known = new TreeSet<>();
      others.stream().filter(other -> waits.containsKey(other)).forEach(other -> known.add(other));
      copy.put(node, Collections.unmodifiableSortedSet(known));
    });
    return new Graph<>(copy);
  }

  /// The nodes so that each comes after all that it waits for, ties by the nodes' own order;
  /// shorter than the graph where there is a cycle, as the nodes in it and behind it are left out.
  public List<N> order() {
    Map<N, Integer> open = new HashMap<>();
    Map<N, List<N>> followers = followers();
    PriorityQueue<N> ready = new PriorityQueue<>();
    waits.forEach((node, others) -> {
      open.put(node, others.size());
      if (others.isEmpty()) {
        ready.add(node);
      }
    });
    List<N> order = new ArrayList<>(waits.size());
    for (N node = ready.poll(); node != null; node = ready.poll()) {
      order.add(node);
      for (N follower : followers.getOrDefault(node, List.of())) {
        if (open.merge(follower, -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    return order;
  }

  /// One cycle, the node that waits first, then what it waits for, and so on; empty where there is
  /// none.
  public Optional<List<N>> cycle() {
    return components().stream().filter(this::cyclic).findFirst().map(this::walk);
  }

  /// The strongly connected components: nodes that wait for each other. Each node is in one.
  public List<SortedSet<N>> components() {
    Components<N> search = new Components<>(waits);
    waits.keySet().forEach(search::visit);
    return search.found;
  }

  /// All that wait for a node, directly or through others, without the node.
  public SortedSet<N> behind(N start) {
    return reach(start, followers());
  }

  /// All that some nodes wait for, directly or through others, and the nodes themselves.
  public SortedSet<N> before(Collection<N> starts) {
    SortedSet<N> reached = new TreeSet<>(starts);
    Deque<N> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (N next : waits.getOrDefault(open.pop(), new TreeSet<>())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    return reached;
  }

  private SortedSet<N> reach(N start, Map<N, List<N>> edges) {
    SortedSet<N> reached = new TreeSet<>();
    Deque<N> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (N next : edges.getOrDefault(open.pop(), List.of())) {
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    reached.remove(start);
    return reached;
  }

  private Map<N, List<N>> followers() {
    Map<N, List<N>> followers = new HashMap<>();
    waits.forEach((node, others) ->
        others.forEach(
            other -> followers.computeIfAbsent(other, _ -> new ArrayList<>()).add(node)));
    return followers;
  }

  private boolean cyclic(SortedSet<N> component) {
    return component.size() > 1
        || waits.getOrDefault(component.first(), new TreeSet<>()).contains(component.first());
  }

  private List<N> walk(SortedSet<N> component) {
    List<N> path = new ArrayList<>(List.of(component.first()));
    while (true) {
      N next =
          waits.getOrDefault(path.getLast(), new TreeSet<>()).stream()
              .filter(other -> component.contains(other))
              .findFirst()
              .orElseThrow();
      int seen = path.indexOf(next);
      if (seen >= 0) {
        return path.subList(seen, path.size());
      }
      path.add(next);
    }
  }

  /// Tarjan's algorithm (SIAM J. Comput. 1, 1972), with a stack of its own so that deep graphs do
  /// not overflow the thread's.
  private static final class Components<N extends Comparable<N>> {
    private final Map<N, SortedSet<N>> waits;
    private final Map<N, Integer> index = new HashMap<>();
    private final Map<N, Integer> low = new HashMap<>();
    private final Deque<N> open = new ArrayDeque<>();
    private final SortedSet<N> onStack = new TreeSet<>();
    private final List<SortedSet<N>> found = new ArrayList<>();

    private Components(Map<N, SortedSet<N>> waits) {
      this.waits = waits;
    }

    private record Frame<N>(N node, java.util.Iterator<N> rest) {}

    private void visit(N start) {
      if (index.containsKey(start)) {
        return;
      }
      Deque<Frame<N>> frames = new ArrayDeque<>();
      frames.push(enter(start));
      while (!frames.isEmpty()) {
        Frame<N> frame = frames.element();
        if (frame.rest().hasNext()) {
          N next = frame.rest().next();
          if (!index.containsKey(next)) {
            frames.push(enter(next));
          } else if (onStack.contains(next)) {
            low.merge(frame.node(), index.getOrDefault(next, 0), Math::min);
          }
        } else {
          frames.pop();
          leave(frame.node());
          if (!frames.isEmpty()) {
            low.merge(frames.element().node(), low.getOrDefault(frame.node(), 0), Math::min);
          }
        }
      }
    }

    private Frame<N> enter(N node) {
      index.put(node, index.size());
      low.put(node, index.size() - 1);
      open.push(node);
      onStack.add(node);
      return new Frame<>(node, waits.getOrDefault(node, new TreeSet<>()).iterator());
    }

    private void leave(N node) {
      if (low.getOrDefault(node, 0).equals(index.get(node))) {
        SortedSet<N> component = new TreeSet<>();
        N member;
        do {
          member = open.pop();
          onStack.remove(member);
          component.add(member);
        } while (member.compareTo(node) != 0);
        found.add(component);
      }
    }
  }
}
