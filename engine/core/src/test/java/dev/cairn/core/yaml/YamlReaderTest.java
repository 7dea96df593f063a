package dev.cairn.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.diagnostic.SourceRange;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  private final List<Diagnostic> found = new ArrayList<>();

  private Optional<Node> read(String text) {
    return YamlReader.read("f.yaml", text, found::add);
  }

  private Node.Mapping mapping(String text) {
    return (Node.Mapping) read(text).orElseThrow();
  }

  @Test
  void everyNodeKnowsItsPlace() {
    Node.Mapping file = mapping("a: 1\nbc:\n  - \"x y\"\n");
    assertThat(file.entries().get("bc").key()).isEqualTo(new SourceRange("f.yaml", 2, 1, 2, 3));
    Node.Sequence list = (Node.Sequence) file.get("bc").orElseThrow();
    assertThat(list.items().getFirst())
        .isEqualTo(
            new Node.Scalar("x y", Node.Style.QUOTED, new SourceRange("f.yaml", 3, 5, 3, 10)));
  }

  @Test
  void plainScalarsKeepTheirText() {
    Node.Mapping file = mapping("a: 1.10\nb: no\nc: 0644\nd: |\n  x\n");
    assertThat(file.text("a")).contains("1.10");
    assertThat(file.text("b")).contains("no");
    assertThat(file.text("c")).contains("0644");
    assertThat(((Node.Scalar) file.get("d").orElseThrow()).style()).isEqualTo(Node.Style.BLOCK);
  }

  @Test
  void mergeKeysTakeTheFirstOfSeveral() {
    Node.Mapping file =
        mapping(
            """
            one: &one { a: 1, b: 1 }
            two: &two { b: 2, c: 2 }
            all: { <<: [*one, *two], c: 3 }
            """);
    Node.Mapping all = (Node.Mapping) file.get("all").orElseThrow();
    assertThat(all.text("a")).contains("1");
    assertThat(all.text("b")).contains("1");
    assertThat(all.text("c")).contains("3");
  }

  @Test
  void aQuotedMergeKeyIsAKey() {
    assertThat(mapping("\"<<\": x").text("<<")).contains("x");
  }

  @Test
  void megabytesAreRead() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append("key").append(i).append(": a value of some length\n");
    }
    assertThat(text.length()).isGreaterThan(5_000_000);
    assertThat(mapping(text.toString()).entries()).hasSize(200_000);
    assertThat(found).isEmpty();
  }

  @Test
  void fiveThousandLevelsAreAProblemAndNoOverflow() {
    assertThat(read("a:\n" + "- ".repeat(5_000) + "x\n")).isEmpty();
    assertThat(found).extracting(Diagnostic::code).containsExactly("CRN1009");
  }

  @Test
  void aliasesCannotNestDeeperThanWhatIsWritten() {
    StringBuilder text = new StringBuilder("a0: &a0 x\n");
    for (int i = 1; i <= 120; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(read(text.toString())).isEmpty();
    assertThat(found).extracting(Diagnostic::code).contains("CRN1009");
  }

  @Test
  void severalProblemsAreFoundAtOnce() {
    assertThat(read("a: *x\na: 1\nb: !t 2\n")).isEmpty();
    assertThat(found).extracting(Diagnostic::code).containsExactly("CRN1006", "CRN1004", "CRN1010");
  }

  @Test
  void aByteOrderMarkIsNoContent() {
    assertThat(mapping("\uFEFFa: 1").text("a")).contains("1");
  }

  /// The parser once copied all of an unfinished word for each kilobyte of it.
  @Test
  void aLongWordTakesWorkInProportionToItsLength() {
    read("a: " + "x".repeat(1000) + "\n");
    long once = allocated("a: " + "x".repeat(200_000) + "\n");
    long thrice = allocated("a: " + "x".repeat(600_000) + "\n");

    assertThat(thrice).isLessThan(5 * once);
  }

  private long allocated(String text) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(read(text)).isPresent();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
