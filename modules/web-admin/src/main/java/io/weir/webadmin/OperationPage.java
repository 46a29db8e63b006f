package io.weir.webadmin;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One operation of the rate card: a new one, or the one of {@code ?name=}, whose name stays. */
@Named("operation")
@RequestScoped
public class OperationPage {
    private static final String BACK = "/rate-card?faces-redirect=true";

    @Inject
    private RateCards cards;
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Optional<RateCard> card;
    private boolean known;
    private String name;
    private String meter;
    private final OperationForm form = new OperationForm();

    @PostConstruct
    void fill() {
        card = cards.of(visitor.tenantId());
        meter = card.map(RateCard::meter).orElse(null);
        visitor.parameter("name").ifPresent(wanted -> {
            form.fill(card.map(c -> c.operations().get(wanted))
                    .orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException()));
            known = true;
            name = wanted;
        });
    }

    public String save() {
        var wrong = form.wrong();
        wrong.forEach((field, text) -> notices.wrong("form:" + field, format.text(text)));
        form.unreadableModifiers().forEach(row -> notices.wrong(null, format.text("modifierForm", row)));
        if (!known && card.isPresent() && card.get().operations().containsKey(name)) {
            notices.wrong("form:operation", format.text("nameTaken"));
            return null;
        }
        return wrong.isEmpty() && form.unreadableModifiers().isEmpty() ? put() : null;
    }

    private String put() {
        return notices.attempt("form", () -> {
            cards.put(visitor.tenantId(), new MeterKey(meter), name, form.terms());
            notices.done(format.text("operationSaved", name));
            return BACK;
        });
    }

    public String remove() {
        return notices.attempt("removal", () -> {
            cards.remove(visitor.tenantId(), name);
            notices.done(format.text("operationRemoved", name));
            return BACK;
        });
    }

    public String getHeading() {
        return known ? name : format.text("newOperation");
    }

    /** The first operation says what all of them are paid with. */
    public boolean isFirst() {
        return card.isEmpty();
    }

    public List<SelectItem> getMeters() {
        return meters.of(visitor.tenantId()).stream().map(m -> new SelectItem(m.key().value(), m.title())).toList();
    }

    public boolean isKnown() {
        return known;
    }

    public OperationForm getForm() {
        return form;
    }
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getMeter() {
        return meter;
    }

    public void setMeter(String meter) {
        this.meter = meter;
    }
}
