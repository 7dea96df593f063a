package dev.cairn.core.document;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// `enum`. The library's own prints its values when it is made, for which it loads an object
/// mapper.
final class Enumerated extends AbstractKeyword {
  Enumerated() {
    super("enum");
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode values, Schema parent, SchemaContext context) {
    return new Validator(this, location, values, parent, context);
  }

  private static final class Validator extends BaseKeywordValidator {
    private final Set<JsonNode> allowed = new HashSet<>();

    Validator(
        Enumerated keyword,
        SchemaLocation location,
        JsonNode values,
        Schema parent,
        SchemaContext context) {
      super(keyword, values, location, parent, context);
      values.forEach(allowed::add);
    }

    @Override
    public void validate(
        ExecutionContext context, JsonNode node, JsonNode root, NodePath instance) {
      if (!allowed.contains(node)) {
        context.addError(
            error()
                .instanceNode(node)
                .evaluationPath(context.getEvaluationPath())
                .instanceLocation(instance)
                .build());
      }
    }
  }
}
