package dev.cairn.core.run;

import dev.cairn.api.address.Address;
import dev.cairn.api.address.Path;
import dev.cairn.api.address.TypeName;
import dev.cairn.api.diagnostic.Diagnostic;
import dev.cairn.api.plan.StepKey;
import dev.cairn.api.provider.ResourceType.Need;
import dev.cairn.api.resource.Desired;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.state.Intent;
import dev.cairn.core.diagnostic.Silence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be wrong with a run.
final class Problems {
  private Problems() {}

  static Diagnostic foreignState(String store, String found, String expected) {
    return Diagnostic.error(
            "CRN3030",
            "the state belongs to another lineage",
            store + " has lineage " + found + ", this project has " + expected)
        .suggest(
            "point this project to its own state",
            "restore `cairn.yaml`: a project keeps the lineage that `cairn init` wrote");
  }

  static Diagnostic nameTaken(String stack, String owner, String file) {
    return Diagnostic.error(
            "CRN3040",
            "the stack's name belongs to another file",
            "`stack: %s` of %s is the name under which the state keeps what %s has made"
                .formatted(stack, file, owner))
        .suggest(
            "give the stack in " + file + " a name of its own",
            "where the stack has moved to " + file + ": delete " + owner);
  }

  static Diagnostic failed(StepKey step, Failure failure) {
    String code = failure.code().startsWith("CRN") ? failure.code() : "CRN3001";
    String request = failure.requestId() == null ? "" : " (request " + failure.requestId() + ")";
    String at = failure.at() == null ? "" : " at `" + failure.at() + "`";
    return Diagnostic.error(
            code,
            "a step has failed",
            step
                + at
                + ": "
                + failure.call()
                + " "
                + failure.code()
                + request
                + ": "
                + failure.text())
        .of(step.address())
        .suggest("mend the cause and apply again: what is done is recorded");
  }

  static Diagnostic tooOld(Desired desired, Need need, String version) {
    return Diagnostic.error(
            "CRN2033",
            "the service is too old for an attribute",
            "`%s`: %s needs %s %s, and what answers for %s has %s"
                .formatted(
                    desired.address(),
                    need.path(),
                    need.output(),
                    need.least(),
                    desired.type(),
                    version))
        .of(desired.address())
        .at(
            desired
                .origins()
                .getOrDefault(
                    need.path(),
                    desired
                        .origins()
                        .getOrDefault(Path.of(need.path().attribute()), desired.origin())))
        .suggest("leave " + need.path() + " out", "or bring what answers there up to date");
  }

  static Diagnostic expired() {
    return Diagnostic.error(
            "CRN3007",
            "the credentials ended during the apply",
            "nothing more was started; what is done is recorded")
        .suggest("renew the credentials and continue with apply");
  }

  static Diagnostic otherSecret() {
    return Diagnostic.error(
            "CRN3012",
            "a secret is no longer the one that was planned",
            "what is found now has another fingerprint than the plan has; nothing was sent")
        .suggest("plan again");
  }

  /// A plan file says where a secret is found again, and this one is found nowhere.
  static Diagnostic unkeptSecret() {
    return Diagnostic.error(
            "CRN3012",
            "a secret is no longer the one that was planned",
            "the plan needs a secret that was observed, and no plan file keeps it; nothing was"
                + " sent")
        .suggest("plan and apply in one run, without a plan file");
  }

  static Diagnostic stray(Address address) {
    return Diagnostic.error(
            "CRN3006",
            "one operation has made two objects",
            "the older one is the resource, the other is recorded as a stray of `" + address + "`")
        .of(address)
        .suggest("plan: the deletion of the stray is in it");
  }

  /// @param cause why the looks gave nothing; null where it is said elsewhere or they disagree
  static Diagnostic undecided(StepKey step, @Nullable Failure cause) {
    String why =
        cause == null ? "" : cause.call() + " " + cause.code() + ": " + cause.text() + "; ";
    return Diagnostic.error(
            "CRN3013",
            "it is not known whether an object was made",
            step + ": " + why + "the run stays open until a look at reality has an answer")
        .of(step.address())
        .suggest("apply again: it looks first");
  }

  static Diagnostic interrupted(int left) {
    return Diagnostic.error(
            "CRN3014",
            "the apply was interrupted",
            left + " steps were not started; what is done is recorded")
        .suggest("continue with apply");
  }

  static Diagnostic down(Address address) {
    return Diagnostic.error(
            "CRN3015",
            "a resource is down",
            address + ": its old object is deleted and its successor is not made")
        .of(address)
        .suggest("continue with apply: it makes the successor");
  }

  static Diagnostic claimed(Intent intent, boolean here) {
    Intent.Holder holder = intent.holder();
    String link = holder.link().isEmpty() ? "" : ", " + holder.link();
    return Diagnostic.error(
            "CRN3020",
            "another run is under way",
            "run %s by %s on %s since %s%s"
                .formatted(intent.run(), holder.user(), holder.host(), holder.since(), link))
        .suggest(
            here ? "wait until it has ended" : "wait until it has ended, or end it over there");
  }

  static Diagnostic open(Intent intent) {
    return Diagnostic.warning(
            "CRN3034",
            "a run of this stack has not ended, so the plan may change",
            "run %s by %s on %s since %s"
                .formatted(
                    intent.run(),
                    intent.holder().user(),
                    intent.holder().host(),
                    intent.holder().since()))
        .suggest("if it lives, wait until it has ended; if it died, apply recovers it first");
  }

  static Diagnostic moved(String what) {
    return Diagnostic.error(
            "CRN3021", "the plan is stale", what + " has changed since the plan was made")
        .suggest("plan again");
  }

  static Diagnostic stale(Address address, String what) {
    return moved(what).of(address);
  }

  static Diagnostic lostState(String store) {
    return Diagnostic.error(
            "CRN3033",
            "the state is older than the plan, or another one",
            store + " does not have the revision that the plan was made from")
        .suggest("restore the state", "plan again, if the state is right");
  }

  static Diagnostic unexpected(String expected, String actual) {
    return Diagnostic.error(
            "CRN3022",
            "the plan is not the one that was approved",
            "approved: " + expected + "; now: " + actual)
        .suggest("review the new plan and approve it");
  }

  static Diagnostic altered() {
    return Diagnostic.error(
            "CRN3035",
            "the digest of the plan is not that of its steps",
            "the plan was changed after it was made, or the digest key of this machine is another"
                + " one")
        .suggest("plan again", "apply it on a machine with the digest key that it was made with");
  }

  static Diagnostic preview(String because) {
    return Diagnostic.error("CRN3037", "the plan is a preview and cannot be applied", because)
        .suggest("apply without the file: what died is recovered first, and the plan is made anew");
  }

  static Diagnostic elsewhere(String what, String planned, String requested) {
    return Diagnostic.error(
            "CRN3036",
            "the plan was made for something else",
            "%s: the plan has %s, this run %s".formatted(what, value(planned), value(requested)))
        .suggest("apply it where it was made for", "plan again");
  }

  private static String value(String text) {
    return text.isEmpty() ? "none" : "`" + text + "`";
  }

  static Diagnostic behind(Address address, String applied, String source) {
    return Diagnostic.error(
            "CRN3023",
            "the source is older than what was applied",
            "`%s` was last applied from %s, which is not in %s".formatted(address, applied, source))
        .of(address)
        .suggest("update to a newer commit", "apply all the same: --from-behind '" + address + "'");
  }

  static Diagnostic dirty(List<String> files) {
    return Diagnostic.error(
            "CRN3024", "files of the stack are not committed", String.join(", ", files))
        .suggest("commit them", "apply all the same: --dirty");
  }

  static Diagnostic differs(Address address, String attribute) {
    return Diagnostic.error(
            "CRN3025",
            "a resource is not as planned after the apply",
            "`" + address + "`: " + attribute)
        .of(address)
        .suggest(
            "plan, to see what differs: somebody else may change it, or its provider is wrong");
  }

  static Diagnostic recovered(Intent intent, int records) {
    return Diagnostic.notice(
        "CRN3026",
        "an apply that died was recovered",
        "run %s of %s: %d records".formatted(intent.run(), intent.holder().since(), records));
  }

  static Diagnostic unpublished(String store, String why) {
    return Diagnostic.error("CRN3027", "the state could not be written", store + ": " + why)
        .suggest("mend the cause and apply again: the journal of this run is kept and read first");
  }

  /// @param open while a run may still record or delete it, nobody is to delete it by hand
  static Diagnostic orphan(TypeName type, String id, String stack, List<Intent> open) {
    Diagnostic problem =
        Diagnostic.error(
            "CRN3028",
            "an object of this project is in no record",
            "%s %s carries this project's lineage (stack %s); the state may be lost or old"
                .formatted(type, id, stack));
    if (open.isEmpty()) {
      return problem.suggest(
          "restore the newest state", "delete the object by hand if nothing needs it");
    }
    return problem.suggest(
        "wait until run " + open.getFirst().run() + " has ended, and plan again",
        "restore the newest state");
  }

  static Diagnostic unlisted(
      Silence cause, List<TypeName> types, List<Address> creates, boolean allowed) {
    String detail =
        cause.words()
            + "; not listed: "
            + Silence.some(types)
            + ", to create "
            + Silence.some(creates);
    String summary = "it could not be checked whether objects exist that no record names";
    return allowed
        ? Diagnostic.warning("CRN3029", summary, detail)
        : Diagnostic.error("CRN3029", summary, detail)
            .suggest(
                cause.remedy(),
                "create them all the same: --allow-unknown ADDRESS for each of these");
  }

  static Diagnostic unanswered(Silence cause, List<Address> lookups) {
    return Diagnostic.error(
            "CRN3032",
            "lookups were not answered",
            cause.words() + "; not answered: " + Silence.some(lookups))
        .of(lookups.getFirst())
        .suggest(cause.remedy());
  }
}
