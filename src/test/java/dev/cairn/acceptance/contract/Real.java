package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.aws.AwsProvider;
import dev.cairn.core.schema.Catalog;
import dev.cairn.core.schema.Types;
import dev.cairn.docker.DockerProvider;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The real providers and their schemas.
final class Real {
  static final Provider AWS = new AwsProvider(Map.of("AWS_REGION", "us-east-1"));
  static final Provider DOCKER = new DockerProvider();
  static final Catalog CATALOG = new Types(List.of(AWS, DOCKER));

  private Real() {}

  static SortedMap<TypeName, TypeSchema> schemas() {
    SortedMap<TypeName, TypeSchema> schemas = new TreeMap<>();
    CATALOG.types().forEach(type -> schemas.put(type, CATALOG.schema(type).orElseThrow()));
    return schemas;
  }
}
