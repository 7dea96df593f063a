package dev.cairn.aws.lookup;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Answer;
import dev.cairn.api.resource.Failure;
import dev.cairn.api.resource.Failure.Kind;
import dev.cairn.api.value.Value;
import java.util.Comparator;
import java.util.List;

/// `aws.image`: one machine image, by owners and filters; with `mostRecent` the newest of several.
public final class Image implements AwsLookup {
  private static final Comparator<Value.Fields> AGE =
      Comparator.comparing((Value.Fields image) -> image.text("CreationDate").orElse(""))
          .thenComparing(image -> image.text("ImageId").orElse(""));

  @Override
  public TypeName name() {
    return new TypeName("aws", "image");
  }

  @Override
  public String call() {
    return "ec2:DescribeImages";
  }

  @Override
  public Value.Fields request(Value.Fields arguments) {
    Value.Fields filters = arguments.fields("filters");
    Value.Fields request =
        filters.fields().isEmpty()
            ? Value.Fields.EMPTY
            : Value.Fields.of("Filters", new Value.Items(Filters.of(filters)));
    return arguments.get("owners").map(owners -> request.with("Owners", owners)).orElse(request);
  }

  @Override
  public Answer answer(Value.Fields answer, Value.Fields arguments) {
    List<Value.Fields> images =
        Filters.objects(answer, "Images").stream().sorted(AGE.reversed()).toList();
    if (images.isEmpty()) {
      return withheld(Kind.NOT_FOUND, "NoImage", "no image has these owners and filters");
    } else if (images.size() > 1 && !arguments.flag("mostRecent").orElse(false)) {
      return withheld(
          Kind.REJECTED,
          "SeveralImages",
          images.size() + " images match; narrow the filters, or set mostRecent: true");
    }
    Value.Fields image = images.getFirst();
    return new Answer.Given(
        Filters.outputs(image, "name", "architecture", "creationDate", "ownerId", "rootDeviceName")
            .with("id", Value.text(image.text("ImageId").orElse(""))));
  }

  private Answer withheld(Kind kind, String code, String text) {
    return new Answer.Withheld(new Failure(kind, call(), code, null, null, text));
  }
}
