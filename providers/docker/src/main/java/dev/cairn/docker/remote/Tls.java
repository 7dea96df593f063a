package dev.cairn.docker.remote;

import com.github.dockerjava.core.util.CertificateUtils;
import com.github.dockerjava.transport.SSLConfig;
import dev.cairn.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/// The TLS settings of a host: `tls: {ca, cert, key}` with paths of PEM files, or `certPath`, a
/// directory with `ca.pem`, `cert.pem` and `key.pem`.
final class Tls {
  private Tls() {}

  static boolean wanted(Value.Fields settings) {
    return settings.has("tls") || settings.has("certPath");
  }

  /// The configuration for the transport; null where the host has no TLS settings.
  static @Nullable SSLConfig of(Value.Fields settings) throws Unusable {
    if (!wanted(settings)) {
      return null;
    }
    try {
      SSLContext context = context(settings);
      return () -> context;
    } catch (IOException | GeneralSecurityException e) {
      throw new Unusable("the TLS files of the host cannot be used: " + e.getMessage());
    }
  }

  private static SSLContext context(Value.Fields settings)
      throws IOException, GeneralSecurityException {
    if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
    SSLContext context = SSLContext.getInstance("TLS");
    Optional<Path> ca = file(settings, "ca");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(
        ca.isPresent() ? CertificateUtils.createTrustStore(Files.readString(ca.get())) : null);
    context.init(keys(settings), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyManager @Nullable [] keys(Value.Fields settings)
      throws IOException, GeneralSecurityException {
    Optional<Path> cert = file(settings, "cert");
    Optional<Path> key = file(settings, "key");
    if (cert.isEmpty() || key.isEmpty()) {
      return null;
    }
    KeyStore store =
        CertificateUtils.createKeyStore(Files.readString(key.get()), Files.readString(cert.get()));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "docker".toCharArray());
    return keys.getKeyManagers();
  }

  private static Optional<Path> file(Value.Fields settings, String name) {
    Optional<Path> own = settings.fields("tls").text(name).map(Path::of);
    return own.isPresent()
        ? own
        : settings.text("certPath").map(directory -> Path.of(directory, name + ".pem"));
  }
}
