package io.weir.webadmin;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.InvoiceTerms;
import io.weir.webadmin.CatalogueEdits.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the tenant bills: who sells, which taxes, and the deadlines of invoices; each a form of its own. */
@Named("billingTerms")
@RequestScoped
public class BillingTermsPage {
    @Inject
    private BillingDefinition terms;
    @Inject
    private CatalogueEdits edits;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private final SellerForm seller = new SellerForm();
    private final TaxForm taxes = new TaxForm();
    private Integer draftHours;
    private Integer dueDays;
    private Integer renewalDays;

    @PostConstruct
    void fill() {
        var now = terms.of(visitor.tenantId());
        now.seller().ifPresent(seller::fill);
        now.taxes().ifPresent(taxes::fill);
        draftHours = now.invoices().draftHours();
        dueDays = now.invoices().dueDays();
        renewalDays = now.invoices().renewalDays();
    }

    public String saveSeller() {
        return save("seller", seller.members());
    }

    public String saveTaxes() {
        var rates = taxes.readRates();
        if (taxes.isCharged() && rates.isEmpty()) {
            notices.wrong("taxes:rates", format.text("ratesForm"));
            return null;
        }
        if (!taxes.isCharged() && taxes.isTyped() && terms.of(visitor.tenantId()).taxes().isEmpty()) {
            notices.wrong("taxes:rates", format.text("ratesNotCharged"));
            return null;
        }
        return save("taxes", taxes.isCharged() ? Optional.of(taxes.members(rates.get())) : Optional.empty());
    }

    public String saveDeadlines() {
        var usual = InvoiceTerms.USUAL;
        var members = kept("invoices");
        members.put("draftHours", draftHours == null ? usual.draftHours() : draftHours);
        members.put("dueDays", dueDays == null ? usual.dueDays() : dueDays);
        members.put("renewalDays", renewalDays == null ? usual.renewalDays() : renewalDays);
        return save("invoices", Optional.of(members));
    }

    /** What the section says besides what the form asks about: how what is not paid is gone after. */
    private Map<String, Object> kept(String section) {
        var members = new LinkedHashMap<String, Object>();
        if (edits.members().get(section) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    /** The form is called as its section is. */
    private String save(String section, Optional<Map<String, Object>> wanted) {
        var members = edits.members();
        wanted.ifPresentOrElse(given -> members.put(section, given), () -> members.remove(section));
        return edits.save(new Place(section, section), members, () -> {
            notices.done(format.text("billingSaved." + section));
            return "/billing-terms?faces-redirect=true";
        });
    }

    public String getTag() {
        return edits.tag();
    }

    public SellerForm getSeller() {
        return seller;
    }

    public TaxForm getTaxes() {
        return taxes;
    }

    public Integer getDraftHours() {
        return draftHours;
    }

    public void setDraftHours(Integer draftHours) {
        this.draftHours = draftHours;
    }

    public Integer getDueDays() {
        return dueDays;
    }

    public void setDueDays(Integer dueDays) {
        this.dueDays = dueDays;
    }

    public Integer getRenewalDays() {
        return renewalDays;
    }

    public void setRenewalDays(Integer renewalDays) {
        this.renewalDays = renewalDays;
    }
}
