package io.weir.billing.domain.dunning;

import io.weir.billing.api.Dunning;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of a dunning's story, written in the transaction of what it tells. */
@Entity(name = "DunningEvent")
@Table(name = "billing_dunning_event")
public class DunningEvent extends TenantOwned {
    private static final int LONGEST = 500;
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "invoice_id")
    private String invoice;
    @Column(name = "happened_at")
    private Instant at;
    @Column(name = "what")
    private String what;
    @Column(name = "words")
    private String words;
    @Column(name = "declined_code")
    private String declinedCode;
    @Column(name = "declined_card")
    private String declinedCard;

    protected DunningEvent() {
    }

    public DunningEvent(UUID invoice, Instant at, String what, Optional<String> words) {
        this.id = Ids.next().toString();
        this.invoice = invoice.toString();
        this.at = at;
        this.what = what;
        this.words = words.map(text -> text.substring(0, Math.min(LONGEST, text.length()))).orElse(null);
    }

    /** An attempt at money, and why it failed. */
    public DunningEvent because(Optional<Dunning.Declined> declined) {
        declinedCode = declined.map(Dunning.Declined::code).orElse(null);
        declinedCard = declined.flatMap(Dunning.Declined::card).orElse(null);
        return this;
    }

    public Dunning.Event told() {
        return new Dunning.Event(at, what, Optional.ofNullable(words), Optional.ofNullable(declinedCode)
                .map(code -> new Dunning.Declined(code, Optional.ofNullable(declinedCard))));
    }
}
