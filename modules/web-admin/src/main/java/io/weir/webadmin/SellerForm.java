package io.weir.webadmin;

import io.weir.billing.api.SellerTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who sells, as it is typed, and as the catalogue's file has it. */
public class SellerForm {
    private String name;
    private String address;
    private String country;
    private String vatId;
    private String email;
    private String phone;
    private String website;
    private String registration;
    private String logo;
    private String footer;

    void fill(SellerTerms seller) {
        name = seller.name();
        address = String.join("\n", seller.address());
        country = seller.country();
        vatId = seller.vatId().orElse(null);
        email = seller.email().orElse(null);
        phone = seller.phone().orElse(null);
        website = seller.website().orElse(null);
        registration = seller.registration().orElse(null);
        logo = seller.logo().orElse(null);
        footer = seller.footer().orElse(null);
    }

    /** Nobody, when all is empty: then invoices say the company's name. */
    Optional<Map<String, Object>> members() {
        var members = new LinkedHashMap<String, Object>();
        put(members, "name", name);
        if (address != null) {
            var lines = List.of(address.strip().split("\\s*\\R\\s*"));
            members.put("address", lines);
        }
        put(members, "country", country == null ? null : country.strip().toUpperCase(Locale.ROOT));
        put(members, "vatId", vatId);
        put(members, "email", email);
        put(members, "phone", phone);
        put(members, "website", website);
        put(members, "registration", registration);
        put(members, "logo", logo);
        put(members, "footer", footer);
        return members.isEmpty() ? Optional.empty() : Optional.of(members);
    }

    private static void put(Map<String, Object> members, String name, String value) {
        if (value != null && !value.isBlank()) {
            members.put(name, value.strip());
        }
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

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    public String getRegistration() {
        return registration;
    }

    public void setRegistration(String registration) {
        this.registration = registration;
    }

    public String getLogo() {
        return logo;
    }

    public void setLogo(String logo) {
        this.logo = logo;
    }

    public String getFooter() {
        return footer;
    }

    public void setFooter(String footer) {
        this.footer = footer;
    }
}
