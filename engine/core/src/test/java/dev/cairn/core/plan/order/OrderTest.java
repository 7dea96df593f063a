package dev.cairn.core.plan.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What follows from which facts: a table, a row for each that matters alone.
class OrderTest {
  private static Facts facts(String... resources) {
    Facts facts = new Facts();
    for (String resource : resources) {
      facts.resource(resource);
    }
    return facts;
  }

  private static void follows(Facts facts, String order) {
    assertThat(facts.text()).isEqualTo(order.strip());
  }

  @Test
  void whatIsNeededIsThereFirst() {
    follows(
        facts("net create", "box create; needs net"),
        """
        box:create after net:create
        net:create
        """);
  }

  @Test
  void twoThatNeedEachOtherWhenTheySettleAreMadeBeforeEitherSettles() {
    follows(
        facts("a create settle; settles b", "b create settle; settles a"),
        """
        a:create
        a:settle after a:create, b:create
        b:create
        b:settle after a:create, b:create
        """);
  }

  @Test
  void whoReferredToWhatGoesIsGoneBefore() {
    follows(
        facts("net delete", "box delete; refers net"),
        """
        box:delete
        net:delete after box:delete
        """);
  }

  @Test
  void whatIsReplacedUnderSomethingThatStaysHasItsSuccessorFirst() {
    follows(
        facts("net create delete", "box update; needs net; refers net"),
        """
        box:update after net:create
        net:create
        net:delete after box:update, net:create
        """);
  }

  @Test
  void whatCannotHaveItsSuccessorBesideItIsLetGoOfBeforeItGoes() {
    follows(
        facts("net create delete; holds k; takes k", "box update; needs net; refers net"),
        """
        box:release
        box:update after box:release, net:create
        net:create after net:delete
        net:delete after box:release
        """);
  }

  @Test
  void whatIsReplacedWithWhatItNeedsGoesBeforeThat() {
    follows(
        facts("net create delete; holds k; takes k", "box create delete; needs net; refers net"),
        """
        box:create after box:delete, net:create
        box:delete
        net:create after net:delete
        net:delete after box:delete
        """);
  }

  @Test
  void whatComesFirstHasWhatItNeedsFirstToo() {
    follows(
        facts("net create delete", "box create delete; first; needs net; refers net"),
        """
        box:create after net:create
        box:delete after box:create
        net:create
        net:delete after box:create, box:delete, net:create
        """);
  }

  @Test
  void whatNoLongerRefersToWhatIsReplacedLetsGoByItsUpdate() {
    follows(
        facts("net create delete", "box update; refers net"),
        """
        box:update
        net:create after net:delete
        net:delete after box:update
        """);
  }

  @Test
  void twoThatGoAndReferToEachOtherAreTakenApart() {
    follows(
        facts("a delete; refers b", "b delete; refers a"),
        """
        a:delete after a:release, b:release
        a:release
        b:delete after a:release, b:release
        b:release
        """);
  }

  @Test
  void aCircleIsTakenApartWhereItCanBe() {
    follows(
        facts("card delete; refers b; fixed", "a delete; refers card; fixed", "b delete; refers a"),
        """
        a:delete after b:release
        b:delete after b:release, card:delete
        b:release
        card:delete after a:delete
        """);
  }

  @Test
  void whoseNameGoesToAnotherIsLetGoOfByWhoNeedsThatOne() {
    follows(
        facts("old delete; holds k", "new create; takes k", "user update; needs new; refers old"),
        """
        new:create after old:delete
        old:delete after user:release
        user:release
        user:update after new:create, user:release
        """);
  }

  /// It would lose its rules while others still use it.
  @Test
  void whatIsTakenApartStaysWholeUntilNobodyElseUsesIt() {
    follows(
        facts(
            "a create settle delete; first; settles b; refers b",
            "b create settle delete; first; settles a; refers a",
            "user update; needs a; refers a"),
        """
        a:create
        a:delete after a:create, a:release, a:settle, b:create, b:release, b:settle, user:update
        a:release after a:create, a:settle, user:update
        a:settle after a:create, b:create
        b:create
        b:delete after a:create, a:release, a:settle, b:create, b:release, b:settle
        b:release after b:create, b:settle
        b:settle after a:create, b:create
        user:update after a:create, a:settle
        """);
  }

  @Test
  void aKeyIsFreedBeforeItIsTaken() {
    follows(
        facts("old delete; holds k", "new create; takes k"),
        """
        new:create after old:delete
        old:delete
        """);
    follows(
        facts("one update; holds k", "other update; takes k"),
        """
        one:update
        other:update after one:update
        """);
  }

  @Test
  void aKeyInsideOfAnotherIsOneWithIt() {
    follows(
        facts("whole delete; holds 1010", "half create; takes 10101"),
        """
        half:create after whole:delete
        whole:delete
        """);
  }

  @Test
  void aKeyThatIsKeptIsNobodyElses() {
    assertThat(facts("old; keeps k", "new create; takes k").clashes())
        .containsExactly("new takes what old has");
  }

  @Test
  void aSuccessorThatComesFirstAndTakesTheSameKeyIsNone() {
    assertThat(facts("web create delete; first; holds k; takes k").clashes())
        .containsExactly("web takes what web has");
  }
}
