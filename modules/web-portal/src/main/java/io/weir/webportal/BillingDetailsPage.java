package io.weir.webportal;

import io.weir.billing.api.BillingDetails;
import io.weir.billing.api.BillingDetails.Details;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who the account is on its invoices, to be changed. */
@Named("billingDetails")
@RequestScoped
public class BillingDetailsPage {
    @Inject
    private BillingDetails details;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String name;
    private String address;
    private String country;
    private String vatId;
    private String email;

    @PostConstruct
    void look() {
        var known = details.of(visitor.tenantId(), visitor.account());
        name = known.name().orElse(null);
        address = String.join("\n", known.address());
        country = known.country().orElse(null);
        vatId = known.vatId().orElse(null);
        email = known.email().orElse(null);
    }

    public String save() {
        return notices.attempt("form", () -> {
            details.put(visitor.tenantId(), visitor.account(), new Details(Optional.ofNullable(name),
                    address == null ? List.of() : address.lines().toList(), Optional.ofNullable(country),
                    Optional.ofNullable(vatId), Optional.ofNullable(email)));
            notices.done(format.text("saved"));
            return "/billing-details?faces-redirect=true";
        });
    }

    /** All of the world, by name; first that none is said. */
    public List<Choice> getCountries() {
        var names = Collator.getInstance(visitor.getLocale());
        return Stream.concat(Stream.of(new Choice("", "–", country == null)), Stream.of(Locale.getISOCountries())
                .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(visitor.getLocale()),
                        code.equals(country))).sorted(Comparator.comparing(Choice::text, names))).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getVatId() {
        return vatId;
    }

    public void setVatId(String vatId) {
        this.vatId = vatId;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
