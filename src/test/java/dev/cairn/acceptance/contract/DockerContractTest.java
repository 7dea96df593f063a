package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.testkit.ProviderContract;
import java.util.Set;

final class DockerContractTest extends ProviderContract {
  @Override
  protected Provider provider() {
    return Real.DOCKER;
  }

  @Override
  protected TypeSchema schema(TypeName type) {
    return Real.CATALOG.schema(type).orElseThrow();
  }

  @Override
  protected Set<TypeName> known() {
    return Real.CATALOG.types();
  }
}
