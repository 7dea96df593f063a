package dev.cairn.acceptance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.cairn");

  private static final DescribedPredicate<JavaClass> OURS = resideInAnyPackage("dev.cairn..");

  /// A rule that looks at no class proves nothing: each names the least number of classes that it
  /// must see.
  private static void holds(ArchRule rule, int atLeast, String... packages) {
    assertThat(HOUSE.that(resideInAnyPackage(packages)).size())
        .as("classes in %s", (Object) packages)
        .isGreaterThanOrEqualTo(atLeast);
    rule.check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> ourOthersThan(String... allowed) {
    return OURS.and(DescribedPredicate.not(resideInAnyPackage(allowed)));
  }

  private static void seesOnly(String who, int atLeast, String... allowed) {
    holds(
        noClasses()
            .that()
            .resideInAPackage(who)
            .should()
            .dependOnClassesThat(ourOthersThan(allowed)),
        atLeast,
        who);
  }

  @Test
  void noPackagesDependOnEachOtherInACycle() {
    holds(slices().matching("dev.cairn.(**)").should().beFreeOfCycles(), 300, "dev.cairn..");
  }

  @Test
  void theVocabularySeesNothingButTheJdkAndJspecify() {
    holds(
        classes()
            .that()
            .resideInAPackage("dev.cairn.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.cairn.api..", "java..", "org.jspecify.."),
        50,
        "dev.cairn.api..");
  }

  @Test
  void theCodecSeesTheVocabulary() {
    seesOnly("dev.cairn.codec..", 10, "dev.cairn.codec..", "dev.cairn.api..");
  }

  @Test
  void theCoreSeesVocabularyCodecAndSchemasAndNoProviderOrStore() {
    seesOnly(
        "dev.cairn.core..",
        100,
        "dev.cairn.core..",
        "dev.cairn.api..",
        "dev.cairn.codec..",
        "dev.cairn.schema..");
  }

  @Test
  void stateSeesVocabularyAndCodec() {
    seesOnly("dev.cairn.state..", 10, "dev.cairn.state..", "dev.cairn.api..", "dev.cairn.codec..");
  }

  @Test
  void providersSeeTheVocabularyAlone() {
    seesOnly("dev.cairn.aws..", 20, "dev.cairn.aws..", "dev.cairn.api..");
    seesOnly("dev.cairn.docker..", 20, "dev.cairn.docker..", "dev.cairn.api..");
    seesOnly("dev.cairn.simulated..", 5, "dev.cairn.simulated..", "dev.cairn.api..");
  }

  @Test
  void planningAndGraphsDoNoInputOrOutputReadNoClockAndStartNoThread() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.cairn.core.plan..", "dev.cairn.core.graph..", "dev.cairn.core.expand..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime"),
        20,
        "dev.cairn.core.plan..",
        "dev.cairn.core.graph..");
  }

  @Test
  void theApplierCannotSeeThePlanner() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("dev.cairn.core.apply..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.cairn.core.plan..", "dev.cairn.core.expand..", "dev.cairn.core.run.."),
        20,
        "dev.cairn.core.apply..");
  }

  /// A timed session is no sender of its own: it passes on what the gate sends.
  @Test
  void onlyTheEnginesGateSendsCalls() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("dev.cairn..")
            .and()
            .resideOutsideOfPackages("dev.cairn.core.apply..", "dev.cairn.simulated..")
            .and()
            .doNotHaveSimpleName("TimedSession")
            .should()
            .callMethodWhere(
                com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("send"))
                    .and(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With
                                .owner(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates
                                        .assignableTo(dev.cairn.api.provider.Session.class))))),
        300,
        "dev.cairn..");
  }

  @Test
  void everyPackageIsNullMarked() {
    Map<String, Boolean> marked = new TreeMap<>();
    for (JavaClass type : HOUSE) {
      marked.computeIfAbsent(
          type.getPackageName(), _ -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
    assertThat(marked).hasSizeGreaterThan(25).doesNotContainValue(false);
  }
}
