package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;

/// A collection that is being read.
abstract sealed class Frame {
  final CollectionStartEvent start;
  long weight = 1;
  int height = 1;

  private Frame(CollectionStartEvent start) {
    this.start = start;
  }

  /// Counts a child in.
  void count(Composed child) {
    weight = Math.min(Composer.MOST_ALIASED * 10, weight + child.weight());
    height = Math.max(height, child.height() + 1);
  }

  static final class Items extends Frame {
    final List<Node> items = new ArrayList<>();

    Items(CollectionStartEvent start) {
      super(start);
    }
  }

  static final class Fields extends Frame {
    final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    final List<Node> merged = new ArrayList<>();
    @Nullable Key key;

    Fields(CollectionStartEvent start) {
      super(start);
    }
  }

  /// @param merge whether it is the merge key
  record Key(String text, boolean merge, SourceRange range) {}

  /// A finished node.
  ///
  /// @param weight how many nodes it is, aliases expanded
  /// @param height how many levels it has, aliases expanded
  record Composed(Node node, long weight, int height) {}
}
