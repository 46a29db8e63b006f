package io.weir.webadmin;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the administrator how it went: refusals beside their fields or on top of the page, in the page's language. */
@ApplicationScoped
public class Notices {
    private static final Pattern ROW = Pattern.compile(".*\\[([0-9]{1,3})]\\.?(.*)");

    @Inject
    private Messages messages;

    /** Does it and answers the outcome, or says why not and stays on the page. */
    String attempt(String form, Supplier<String> deed) {
        return attempt(form, Map.of(), deed);
    }

    /** @param places refusal's code → the field it is about, where the refusal names none itself */
    String attempt(String form, Map<String, String> places, Supplier<String> deed) {
        try {
            return deed.get();
        } catch (RefusedException refused) {
            var refusal = refused.refusal();
            if (places.containsKey(refusal.code())) {
                var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
                wrong(form + ":" + places.get(refusal.code()),
                        messages.text(locale, refusal.code(), refusal.arguments().toArray()));
            } else {
                show(form, refusal);
            }
            return null;
        }
    }

    /** Shown on the page that comes next, too. */
    void done(String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** @param place a field's client id; null for the top of the page */
    void wrong(String place, String text) {
        FacesContext.getCurrentInstance().addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private void show(String form, Refusal refusal) {
        var view = FacesContext.getCurrentInstance().getViewRoot();
        refusal.fields().forEach((field, reason) -> {
            String text = messages.text(view.getLocale(), reason);
            var place = place(view, form, field);
            wrong(place.map(id -> form + ":" + id).orElse(null), place.map(id -> about(field, id))
                    .orElseGet(() -> row(field)) + text);
        });
        if (refusal.fields().isEmpty()) {
            wrong(null, messages.text(view.getLocale(), refusal.code(), refusal.arguments().toArray()));
        }
    }

    /** The field of the form that a member is about: {@code terms.retries} is {@code retries}; rows have none. */
    private static Optional<String> place(UIViewRoot view, String form, String field) {
        return field.contains("[") ? Optional.empty()
                : Stream.concat(Stream.of(field), Stream.of(field.split("\\.")))
                .filter(id -> view.findComponent(form + ":" + id) != null).findFirst();
    }

    /** What of the field is meant: {@code headers.set.X-Version} is the {@code X-Version} of {@code set}. */
    private static String about(String field, String id) {
        int start = field.indexOf(id + ".");
        return start < 0 ? "" : field.substring(start + id.length() + 1) + ": ";
    }

    /** {@code metering.rules[2].path} is the path of the third row. */
    private static String row(String field) {
        var match = ROW.matcher(field);
        return match.matches() ? match.group(2) + " " + (Integer.parseInt(match.group(1)) + 1) + ": " : field + ": ";
    }
}
