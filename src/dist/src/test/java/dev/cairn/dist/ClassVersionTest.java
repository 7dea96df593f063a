package dev.cairn.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassVersionTest {
  private final ClassVersion version = new ClassVersion(Map.of());

  @Test
  void aClassFileOfJava5GetsAVersionAndStackMapsThatTheJvmVerifies() throws Exception {
    byte[] raised = version.archivable(branching(ClassFile.JAVA_5_VERSION));

    assertThat(ClassFile.of().parse(raised).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
    assertThat(ClassFile.of().verify(raised)).isEmpty();
    Class<?> loaded =
        new ClassLoader() {
          Class<?> define() {
            return defineClass("Old", raised, 0, raised.length);
          }
        }.define();
    assertThat(loaded.getMethod("sign", int.class).invoke(null, -7)).isEqualTo(-1);
  }

  @Test
  void newerClassFilesAndOtherFilesStayAsTheyAre() {
    byte[] young = branching(ClassFile.JAVA_17_VERSION);
    byte[] text = {1, 2, 3};

    assertThat(version.archivable(young)).isSameAs(young);
    assertThat(version.archivable(text)).isSameAs(text);
  }

  /// A class whose one method has a branch, without stack maps where its version needs none.
  private static byte[] branching(int major) {
    StackMapsOption maps =
        major < 50 ? StackMapsOption.DROP_STACK_MAPS : StackMapsOption.GENERATE_STACK_MAPS;
    return ClassFile.of(maps)
        .build(
            ClassDesc.of("Old"),
            type ->
                type.withVersion(major, 0)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                    .withMethodBody(
                        "sign",
                        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        code ->
                            code.iload(0)
                                .ifThenElse(
                                    Opcode.IFLT,
                                    then -> then.iconst_m1().ireturn(),
                                    otherwise -> otherwise.iconst_1().ireturn())));
  }
}
