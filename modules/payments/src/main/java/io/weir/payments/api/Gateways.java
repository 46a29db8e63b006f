package io.weir.payments.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant tells its gateways, and whether they work. Values are sealed at rest; secrets go in and never come out.
 * Refused: {@code GATEWAY_UNKNOWN} (404).
 */
public interface Gateways {
    /** All of the installation, the tenant's own first, in its order. */
    List<View> all(TenantId tenant);

    View gateway(TenantId tenant, String gateway);

    /** What everybody may see of a gateway's settings, such as a publishable key; empty for a secret. */
    Optional<String> shown(TenantId tenant, String gateway, String setting);

    /**
     * Sets what is given, takes back what is given blank, and leaves the rest. Audited by name, never by value.
     * Refused: {@code VALIDATION_FAILED} for a setting that the gateway has not, or one over 4,000 characters.
     */
    View set(TenantId tenant, String gateway, Map<String, String> settings);

    /**
     * Asks the provider with the keys that are set. What it says is an answer, no refusal. Refused: {@code
     * GATEWAY_HAS_NO_CHECK} (409) for a gateway without a provider.
     */
    Health check(TenantId tenant, String gateway);

    /**
     * Sends a signed message of no consequence to this installation's own address for notices, over HTTP, and says what
     * came of it. Refused as {@link #check}.
     */
    Health sendTestNotice(TenantId tenant, String gateway);

    /** Tells the provider where notices go. Refused: {@code GATEWAY_HAS_NO_CHECK}. */
    Health registerWebhook(TenantId tenant, String gateway);

    /**
     * A gateway as the tenant has it. {@code offered}: customers can choose it. {@code noticeUrl}: what to enter at the
     * provider. {@code lastNoticeAt}, {@code waiting}, {@code dead}: of its inbox.
     */
    record View(String name, boolean manual, boolean offered, boolean configured, String noticeUrl,
            List<SettingView> settings, boolean canCheck, boolean canRegister, Inbox inbox) {
    }

    /** {@code value} is there for what is no secret. {@code source}: whose it is. */
    record SettingView(String name, boolean secret, Source source, Optional<String> value) {
    }

    /** Where a setting's value comes from. */
    enum Source { TENANT, INSTALLATION, NOT_SET }

    /** The state of a gateway's inbox. */
    record Inbox(Optional<Instant> lastNoticeAt, long waiting, long dead) {
    }

    /** {@code words}: what the provider said, or what went wrong. */
    record Health(boolean good, String words, long millis) {
    }
}
