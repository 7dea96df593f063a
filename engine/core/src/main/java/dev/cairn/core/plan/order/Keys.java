package dev.cairn.core.plan.order;

import dev.cairn.core.expand.ExclusiveKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who holds which exclusive key, and who takes it.
final class Keys {
  private final Collection<Part> parts;

  /// By what bounds them, as only keys in the same bounds can clash.
  private final Map<Object, List<Holder>> holders = new HashMap<>();

  private record Holder(Part part, Part.Held held) {}

  Keys(Collection<Part> parts) {
    this.parts = parts;
    for (Part part : parts) {
      for (Part.Held held : part.holds()) {
        holders
            .computeIfAbsent(held.key().bounds(), _ -> new ArrayList<>())
            .add(new Holder(part, held));
      }
    }
  }

  /// A key that is taken and was held.
  interface Meeting {
    void of(Part taker, Part.Taken taken, Part holder, Part.Held held);
  }

  void meet(Meeting meeting) {
    for (Part taker : parts) {
      for (Part.Taken taken : taker.takes()) {
        ExclusiveKey key = taken.key();
        for (Holder holder : holders.getOrDefault(key.bounds(), List.of())) {
          if (holder.held().key().clashes(key)) {
            meeting.of(taker, taken, holder.part(), holder.held());
          }
        }
      }
    }
  }
}
