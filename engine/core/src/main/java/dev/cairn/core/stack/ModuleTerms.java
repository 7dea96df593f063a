package dev.cairn.core.stack;

import dev.cairn.core.expression.Term;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every value of a file, its modules' own left out.
final class ModuleTerms {
  private ModuleTerms() {}

  static void each(Module module, Consumer<Term> consumer) {
    module.locals().values().forEach(consumer);
    module.providers().values().forEach(block -> consumer.accept(block.settings()));
    module.lookups().values().forEach(lookup -> consumer.accept(lookup.arguments()));
    module
        .resources()
        .values()
        .forEach(resource -> {
          present(resource.region(), resource.forEach(), resource.when(), resource.adoptBy())
              .forEach(consumer);
          consumer.accept(resource.attributes());
          resource
              .lifecycle()
              .replaceOn()
              .forEach(
                  expression -> consumer.accept(new Term.Computed(expression, expression.range())));
        });
    module
        .modules()
        .values()
        .forEach(call -> {
          present(call.forEach(), call.when()).forEach(consumer);
          consumer.accept(call.with());
        });
    module.outputs().values().forEach(output -> consumer.accept(output.value()));
  }

  private static Stream<Term> present(@Nullable Term... terms) {
    return Stream.of(terms).filter(Objects::nonNull).map(Objects::requireNonNull);
  }
}
