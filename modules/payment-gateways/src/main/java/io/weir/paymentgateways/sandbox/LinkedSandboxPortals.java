package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.paymentgateways.sandbox.PortalLinks.Visit;
import io.weir.payments.api.SandboxPortals;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sandbox's portal of one account, for whoever has its link. */
@ApplicationScoped
public class LinkedSandboxPortals implements SandboxPortals {
    private final PortalLinks links;
    private final AgreementDesk agreements;
    private final MethodRows methods;
    private final Tenants tenants;
    private final Time time;

    @Inject
    LinkedSandboxPortals(PortalLinks links, AgreementDesk agreements, MethodRows methods, Tenants tenants, Time time) {
        this.links = links;
        this.agreements = agreements;
        this.methods = methods;
        this.tenants = tenants;
        this.time = time;
    }

    /** For the container's proxy. */
    protected LinkedSandboxPortals() {
        this(null, null, null, null, null);
    }

    @Override
    public Portal portal(String link) {
        var visit = required(link);
        var tenant = tenants.byId(visit.tenant());
        return new Portal(tenant.slug(), tenant.name(),
                agreements.of(visit.tenant(), visit.account()).stream().map(LinkedSandboxPortals::line).toList(),
                cards(visit), visit.returnUrl());
    }

    @Override
    public void act(String link, String verb, String subject) {
        var visit = required(link);
        switch (verb) {
            case "cancel" -> agreements.cancel(merchant(visit), own(visit, subject), true);
            case "end" -> agreements.cancel(merchant(visit), own(visit, subject), false);
            case "resume" -> resume(visit, subject);
            case "card" -> use(visit, subject);
            case "forget" -> methods.remove(visit.tenant(), visit.account(), card(subject));
            default -> throw Refusal.invalidField("verb", "NOT_AN_OPTION").asException();
        }
    }

    private void resume(Visit visit, String subject) {
        var reference = own(visit, subject);
        if (agreements.look(merchant(visit), reference).status() == AgreementState.Status.ENDED) {
            throw Refusal.conflict("AGREEMENT_ENDED").asException();
        }
        agreements.resume(merchant(visit), reference);
    }

    private void use(Visit visit, String subject) {
        var card = card(subject);
        if (!card.canBeKept()) {
            throw Refusal.invalidField("subject", "NOT_AN_OPTION").asException();
        }
        methods.use(visit.tenant(), visit.account(), card, time.now());
        agreements.use(visit.tenant(), visit.account(), card);
    }

    private List<Card> cards(Visit visit) {
        var kept = methods.of(visit.tenant(), visit.account());
        return Arrays.stream(TestCard.values()).filter(TestCard::canBeKept).map(card -> new Card(card.word(),
                TestCard.BRAND, card.last4(), kept.stream().anyMatch(one -> one.card() == card),
                kept.stream().anyMatch(one -> one.card() == card && one.usual()))).toList();
    }

    private String own(Visit visit, String reference) {
        return agreements.of(visit.tenant(), visit.account()).stream().map(SandboxAgreement::reference)
                .filter(reference::equals).findFirst()
                .orElseThrow(() -> Refusal.notFound("AGREEMENT_NOT_FOUND").asException());
    }

    private Merchant merchant(Visit visit) {
        return new Merchant(tenants.byId(visit.tenant()), Map.of());
    }

    private Visit required(String link) {
        return links.read(link).orElseThrow(LinkedSandboxPortals::unknown);
    }

    private static Agreement line(SandboxAgreement agreement) {
        return new Agreement(agreement.reference(), agreement.terms().name(), agreement.terms().price(),
                agreement.course().status().name().toLowerCase(Locale.ROOT),
                agreement.course().cancelAtPeriodEnd(), agreement.course().paidUntil(), agreement.card().last4());
    }

    private static TestCard card(String word) {
        return TestCard.named(word).orElseThrow(() -> Refusal.invalidField("subject", "NOT_AN_OPTION").asException());
    }

    private static RefusedException unknown() {
        return Refusal.notFound("SANDBOX_LINK_UNKNOWN").asException();
    }
}
