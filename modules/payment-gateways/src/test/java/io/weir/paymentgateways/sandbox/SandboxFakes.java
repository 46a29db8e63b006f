package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** Small stand-ins for the platform. */
final class SandboxFakes {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private SandboxFakes() {
    }

    static SandboxGateway gateway(String baseUrl, Instant now) {
        return new SandboxGateway(new SandboxPages(new At(baseUrl)), new Hashes(), new Stopped(now));
    }

    record At(String baseUrl) implements Installation {
        @Override
        public boolean isProduction() {
            return false;
        }

        @Override
        public List<String> missingSecrets() {
            return List.of();
        }

        @Override
        public Path home() {
            throw new UnsupportedOperationException();
        }
    }

    record Stopped(Instant now) implements Time {
        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    }

    /** Derives by hashing the purpose. */
    static final class Hashes implements Secrets {
        @Override
        public byte[] seal(byte[] plain, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] derive(String purpose) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(purpose.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
