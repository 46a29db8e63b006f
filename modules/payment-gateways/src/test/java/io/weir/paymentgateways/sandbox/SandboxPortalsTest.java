package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.SandboxPortals;
import io.weir.payments.spi.Payer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPortalsTest {
    private final Sandbox sandbox = new Sandbox("http://127.0.0.1:9080");
    private final SandboxPortals portals = sandbox.portals;
    private String reference;
    private String link;

    @BeforeEach
    void subscribe() {
        reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of()).reference();
        link = link(Orders.PAYER);
    }

    @Test
    void an_account_sees_its_agreements_and_the_cards_it_may_be_charged_by() {
        var portal = portals.portal(link);
        assertThat(portal.agreements()).singleElement()
                .satisfies(line -> assertThat(line.status()).isEqualTo("active"));
        assertThat(portal.cards()).filteredOn(SandboxPortals.Card::usual).extracting(SandboxPortals.Card::last4)
                .containsExactly("4242");
        assertThat(portal.cards()).extracting(SandboxPortals.Card::name).doesNotContain("decline");
    }

    @Test
    void it_can_be_cancelled_resumed_and_ended_there() {
        portals.act(link, "cancel", reference);
        assertThat(portals.portal(link).agreements().get(0).cancelAtPeriodEnd()).isTrue();
        portals.act(link, "resume", reference);
        assertThat(portals.portal(link).agreements().get(0).cancelAtPeriodEnd()).isFalse();
        portals.act(link, "end", reference);
        assertThatThrownBy(() -> portals.act(link, "resume", reference)).hasMessage("AGREEMENT_ENDED");
    }

    @Test
    void nobody_touches_another_accounts_agreement() {
        var stranger = link(new Payer(new AccountId(new UUID(0, 9)), "S", "s@example.com", Optional.empty()));
        assertThat(portals.portal(stranger).agreements()).isEmpty();
        assertThatThrownBy(() -> portals.act(stranger, "end", reference)).hasMessage("AGREEMENT_NOT_FOUND");
    }

    @Test
    void a_link_is_good_for_an_hour_and_cannot_be_made_up() {
        assertThatThrownBy(() -> portals.portal("e30." + link.split("\\.")[1])).hasMessage("SANDBOX_LINK_UNKNOWN");
        assertThatThrownBy(() -> portals.portal("")).hasMessage("SANDBOX_LINK_UNKNOWN");
        sandbox.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> portals.portal(link)).hasMessage("SANDBOX_LINK_UNKNOWN");
    }

    @Test
    void invented_verbs_and_cards_are_refused() {
        assertThatThrownBy(() -> portals.act(link, "pay", reference)).hasMessage("VALIDATION_FAILED");
        assertThatThrownBy(() -> portals.act(link, "card", "decline")).hasMessage("VALIDATION_FAILED");
        assertThatThrownBy(() -> portals.act(link, "card", "gold")).hasMessage("VALIDATION_FAILED");
    }

    private String link(Payer payer) {
        var url = sandbox.gateway.billingPortal().orElseThrow().open(Sandbox.MERCHANT, payer,
                Optional.of("http://localhost:3000/back"));
        assertThat(url).startsWith("http://127.0.0.1:9080/sandbox/portal/");
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
