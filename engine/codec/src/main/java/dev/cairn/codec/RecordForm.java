package dev.cairn.codec;

import dev.cairn.api.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A record, field by field.
final class RecordForm implements Form {
  private final Class<? extends Record> type;
  private final Forms forms;
  private final @Nullable String kind;
  private final List<RecordComponent> components;
  private final Constructor<? extends Record> constructor;

  RecordForm(Class<? extends Record> type, Forms forms) {
    this.type = type;
    this.forms = forms;
    this.kind =
        Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)
            ? SealedForm.kind(type)
            : null;
    this.components = List.of(type.getRecordComponents());
    this.constructor = constructor(type, components);
    if (kind != null && has(SealedForm.KIND)) {
      throw new IllegalArgumentException(type.getName() + " has a component `kind` of its own");
    }
  }

  private static Constructor<? extends Record> constructor(
      Class<? extends Record> type, List<RecordComponent> components) {
    try {
      Constructor<? extends Record> constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      components.forEach(component -> component.getAccessor().setAccessible(true));
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type.getName(), e);
    }
  }

  @Override
  public Value write(Object object) {
    SortedMap<String, Value> fields = new TreeMap<>();
    if (kind != null) {
      fields.put(SealedForm.KIND, new Value.Text(kind));
    }
    for (RecordComponent component : components) {
      Object part = part(component, object);
      if (part != null) {
        fields.put(component.getName(), form(component).write(part));
      }
    }
    return new Value.Fields(fields);
  }

  private static @Nullable Object part(RecordComponent component, Object object) {
    try {
      return component.getAccessor().invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @Override
  public Object read(Value plain) {
    Map<String, Value> fields = Values.fields(plain).fields();
    for (String name : fields.keySet()) {
      if (!has(name) && !(kind != null && name.equals(SealedForm.KIND))) {
        throw new CodecException(name, "there is no such field");
      }
    }
    @Nullable Object[] parts = new @Nullable Object[components.size()];
    for (int i = 0; i < parts.length; i++) {
      RecordComponent component = components.get(i);
      parts[i] =
          Form.under(component.getName(), () -> part(component, fields.get(component.getName())));
    }
    return make(parts);
  }

  private @Nullable Object part(RecordComponent component, @Nullable Value plain) {
    Form form = form(component);
    if (plain != null) {
      return form.read(plain);
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    return form.absent().orElseThrow(() -> new CodecException("is missing"));
  }

  private Record make(@Nullable Object[] parts) {
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      throw new CodecException("no " + type.getSimpleName() + " can be made of this");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  private Form form(RecordComponent component) {
    return forms.of(component.getGenericType());
  }

  private boolean has(String name) {
    return components.stream().anyMatch(component -> component.getName().equals(name));
  }
}
