package dev.cairn.dist;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings class files to a version that the JVM archives. It archives nothing below version 50 (JDK
/// 6), and of version 50 nothing without stack maps, which older compilers did not write.
final class ClassVersion {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int ARCHIVED_FROM = 50;

  private final ClassFile files;

  /// @param entries the class files around, by the names of their entries
  ClassVersion(Map<String, byte[]> entries) {
    ClassHierarchyResolver around =
        ClassHierarchyResolver.ofResourceParsing(name -> stream(name, entries))
            .orElse(ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader()));
    this.files =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(around.cached()));
  }

  private static @Nullable InputStream stream(ClassDesc name, Map<String, byte[]> entries) {
    String descriptor = name.descriptorString();
    byte[] content = entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
    return content == null ? null : new ByteArrayInputStream(content);
  }

  /// Raises an old class file, with stack maps made anew; leaves any other bytes as they are.
  byte[] archivable(byte[] content) {
    if (content.length < 8
        || number(content, 0, 4) != MAGIC
        || number(content, 6, 2) >= ARCHIVED_FROM) {
      return content;
    }
    ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version =
        ClassTransform.endHandler(
            builder -> builder.with(ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)));
    return files.transformClass(files.parse(content), code.andThen(version));
  }

  private static int number(byte[] content, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = (number << 8) | (content[i] & 0xff);
    }
    return number;
  }
}
