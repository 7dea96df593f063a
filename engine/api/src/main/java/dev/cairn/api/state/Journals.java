package dev.cairn.api.state;

import java.util.List;

/// The journals on this machine. A journal exists from before its run's intent is published until
/// after its outcome is.
public interface Journals {
  /// Opens the journal of a run, made if it does not exist; readable by its owner alone.
  Journal open(String run);

  /// The runs that have a journal here, oldest first.
  List<String> runs();

  /// Removes the journal of a run whose outcome is published.
  void discard(String run);
}
