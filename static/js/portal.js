import {
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
  isSupported,
} from "govuk-frontend";

import "./groups.js";
import "./intake.js";
import "./job.js";
import "./keeping.js";
import "./keys.js";
import "./paste.js";
import "./preview.js";
import "./sections.js";
import "./unsaved.js";

const COMPONENTS = [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
];

// The components look for this class, which GOV.UK pages set in an inline script; the portal allows none.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}

if (isSupported()) {
  COMPONENTS.forEach((component) => createAll(component));
}
