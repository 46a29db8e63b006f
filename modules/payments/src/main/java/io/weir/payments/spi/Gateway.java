package io.weir.payments.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payment provider, for any tenant that configures it: a CDI bean that is found by its name. What not every provider
 * can do is a part of its own ({@link Inquiries}, {@link Refunds} …), absent where it can't. Nothing here is called
 * inside a transaction, except {@link #isGenuine} and {@link #read}, which need no network.
 */
public interface Gateway {
    /** The name in the contract and in tenants' settings: {@code manual}, {@code stripe}. */
    String name();

    /** Whether a person decides by hand whether the money came. */
    boolean isManual();

    /** What it can be told, in the order in which a form shows it. */
    default List<GatewaySetting> settings() {
        return List.of();
    }

    /** Whether this merchant has told it what it needs. Asks nobody. */
    boolean isConfigured(Merchant merchant);

    /**
     * Starts a checkout. Repeatable: the same payment gives the same checkout, also after a crash before the answer.
     *
     * @throws GatewayException when the provider can't be reached or refuses
     */
    Opened open(Merchant merchant, OpenOrder order);

    /**
     * Whether a message really is the provider's: its signature is right and, where the scheme has one, its age. Never
     * throws, whatever the bytes. Providers that send nothing say no.
     *
     * @param headers lower-case names
     */
    boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body);

    /**
     * What a genuine message says; without a look at its signature, which may have aged since it was stored. Unknown
     * types are {@link Fact.Nothing}.
     *
     * @throws UnreadableNoticeException when the bytes are no message of this provider
     */
    Notice read(byte[] body);

    /**
     * What a message that is not verified yet claims to be about, to find the tenant whose key verifies it. Empty when
     * that can't be seen. Never throws.
     */
    default Optional<Subject> claimedSubject(byte[] body) {
        return Optional.empty();
    }

    default Optional<Customers> customers() {
        return Optional.empty();
    }

    default Optional<Inquiries> inquiries() {
        return Optional.empty();
    }

    default Optional<Refunds> refunds() {
        return Optional.empty();
    }

    default Optional<RefundInquiries> refundInquiries() {
        return Optional.empty();
    }

    default Optional<SavedMethods> savedMethods() {
        return Optional.empty();
    }

    /** Only of those that have {@link #savedMethods} and {@link #inquiries}. */
    default Optional<OffSessionCharges> offSessionCharges() {
        return Optional.empty();
    }

    default Optional<BillingPortal> billingPortal() {
        return Optional.empty();
    }

    default Optional<Agreements> agreements() {
        return Optional.empty();
    }

    default Optional<AgreementInquiries> agreementInquiries() {
        return Optional.empty();
    }

    default Optional<Checkup> checkup() {
        return Optional.empty();
    }

    default Optional<WebhookRegistration> webhookRegistration() {
        return Optional.empty();
    }
}
