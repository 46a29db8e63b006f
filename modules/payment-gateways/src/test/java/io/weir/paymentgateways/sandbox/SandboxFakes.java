package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small stand-ins for the platform. */
final class SandboxFakes {
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private SandboxFakes() {
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

    /** Stands still until it is moved; the tenants' may be moved alone. */
    static final class Clock implements Time {
        private Instant now = NOW;
        private Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            now = now.plus(by);
        }

        void advanceTenants(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Instant now(TenantId tenant) {
            return now.plus(ahead);
        }
    }

    record Known(List<Tenant> all) implements Tenants {
        @Override
        public Optional<Tenant> bySlug(String slug) {
            return all.stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
        }

        @Override
        public Tenant byId(TenantId id) {
            return all.stream().filter(tenant -> tenant.id().equals(id)).findFirst().orElseThrow();
        }

        @Override
        public Tenant define(TenantDefinition definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant ofRequest(String host, Optional<String> header) {
            throw new UnsupportedOperationException();
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
