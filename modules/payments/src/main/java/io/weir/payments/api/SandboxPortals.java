package io.weir.payments.api;

import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The billing portal of the sandbox gateway, at {@code /sandbox/portal/{link}}: one account's agreements and test
 * cards, open to whoever has the link, for an hour. Refused: {@code SANDBOX_LINK_UNKNOWN} (404).
 */
public interface SandboxPortals {
    Portal portal(String link);

    /**
     * {@code cancel} (at the period's end), {@code end} (now) and {@code resume} an agreement by its reference; {@code
     * card} charges that test card from now on, {@code forget} takes it off. Refused besides: {@code
     * AGREEMENT_NOT_FOUND} (404), {@code AGREEMENT_ENDED} (409), {@code VALIDATION_FAILED} for another verb or card.
     */
    void act(String link, String verb, String subject);

    /** What the page shows: agreements newest first. */
    record Portal(String tenantSlug, String tenantName, List<Agreement> agreements, List<Card> cards,
            Optional<String> returnUrl) {
    }

    /** {@code status}: active, past_due or ended. {@code last4}: of the card that is charged. */
    record Agreement(String reference, String name, Money price, String status, boolean cancelAtPeriodEnd,
            Instant paidUntil, String last4) {
    }

    /** A test card by its name; {@code kept} by this account, and the {@code usual} one. */
    record Card(String name, String brand, String last4, boolean kept, boolean usual) {
    }
}
