"""People who use the portal."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.models.versioned import Versioned
from portal.querysets import UserQuerySet


class Role(models.TextChoices):
    """The six roles; what each may do is in `portal.permissions`."""

    OFFICER = "officer", "Officer"
    MANAGER = "manager", "Manager"
    ACTION_LEAD = "action_lead", "Action lead"
    SCRUTINEER = "scrutineer", "Independent scrutineer"
    COMMITTEE_MEMBER = "committee_member", "Committee member"
    ADMINISTRATOR = "administrator", "Administrator"


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes people; the e-mail address is the user name."""

    def create_user(
        self, *, email: str, name: str, role: str, password: str | None = None, **fields: Any
    ) -> "User":
        """Create a person; without a password nobody can sign in until one is set."""
        user: User = self.model(
            email=self.normalize_email(email).strip().lower(), name=name, role=role, **fields
        )
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, email: str, name: str, password: str | None = None) -> "User":
        """Create the first administrator, for `manage.py createsuperuser`; there is no role above it."""
        return self.create_user(email=email, name=name, role=Role.ADMINISTRATOR, password=password)

    def get_by_natural_key(self, email: str | None) -> "User":
        """Find a person by e-mail address, whatever its case."""
        person: User = self.get(email__iexact=email)
        return person


class User(Versioned, AbstractBaseUser):
    """A person with one role, known by e-mail address."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, choices=Role)
    organisation = models.ForeignKey(
        "portal.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    reads_exempt_papers = models.BooleanField(
        "May read exempt papers", default=False, help_text="Only for committee members"
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("email"),
                name="user_email_unique",
                violation_error_message="There is already a person with this e-mail address",
            ),
            models.CheckConstraint(
                condition=models.Q(reads_exempt_papers=False) | models.Q(role=Role.COMMITTEE_MEMBER),
                name="user_reads_exempt_papers_as_member",
                violation_error_message="Only a committee member can be given exempt papers in this way",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def as_it_is(self) -> str:
        """The name, with a word where this person has left."""
        return self.name if self.is_active else f"{self.name} (has left)"

    def get_session_auth_hash(self) -> str:
        """Tie sessions to the password and the role: they end when either changes."""
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Return the same under the secret keys that are being retired."""
        yield from map(self._session_hash, settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, secret: str | bytes) -> str:
        value = f"{self.role}:{self.password}"
        return salted_hmac("portal.User.session", value, secret=secret, algorithm="sha256").hexdigest()
