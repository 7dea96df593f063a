package dev.cairn.acceptance.contract;

import dev.cairn.api.address.TypeName;
import dev.cairn.api.provider.Provider;
import dev.cairn.api.schema.TypeSchema;
import dev.cairn.testkit.ProviderContract;
import java.util.Set;
import java.util.TreeSet;

final class AwsContractTest extends ProviderContract {
  @Override
  protected Provider provider() {
    return Real.AWS;
  }

  @Override
  protected TypeSchema schema(TypeName type) {
    return Real.CATALOG.schema(type).orElseThrow();
  }

  @Override
  protected Set<TypeName> known() {
    Set<TypeName> known = new TreeSet<>(Real.CATALOG.types());
    known.addAll(Real.CATALOG.lookups());
    known.add(TypeName.parse("aws.instance"));
    return known;
  }
}
