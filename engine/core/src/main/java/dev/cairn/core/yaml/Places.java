package dev.cairn.core.yaml;

import dev.cairn.api.diagnostic.SourceRange;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The parser's marks as ranges of a file.
record Places(String file) {
  SourceRange of(Event event) {
    return between(event.getStartMark(), event.getEndMark());
  }

  SourceRange between(Optional<Mark> start, Optional<Mark> end) {
    int line = start.map(Mark::getLine).orElse(0) + 1;
    int column = start.map(Mark::getColumn).orElse(0) + 1;
    return new SourceRange(
        file,
        line,
        column,
        end.map(Mark::getLine).orElse(line - 1) + 1,
        end.map(Mark::getColumn).orElse(column - 1) + 1);
  }

  /// The place of a character, counted in code points from 0.
  static SourceRange at(String file, String text, int index) {
    int offset = text.offsetByCodePoints(0, Math.min(index, text.codePointCount(0, text.length())));
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    return new SourceRange(file, line, column, line, column + 1);
  }
}
