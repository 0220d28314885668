"""Questions about an action, and their threads."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from actions.forms import QuestionForm, ReplyForm
from actions.permissions import can_ask, can_contribute, can_reply
from actions.presenters.questions import thread_of
from actions.services import ask_question, reply_to_question
from actions.views.shared import REPORTERS, form_context, get_action, require
from actions.views.story import questions_about
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ASK_ABOUT_ACTIONS)
def question_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Ask those who work on an action."""
    action = get_action(request, action_id)
    require(can_ask(request.user, action))
    form = QuestionForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: ask_question(action=action, by=request.user, **form.record),
            )
            messages.success(request, f"Your question is asked. It shows in the work of {action.lead}")
            return redirect(action)
    context = form_context(action, form=form, heading="Ask a question")
    return render(request, "actions/question_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS, Permission.ASK_ABOUT_ACTIONS)
def question_reply(request: PersonRequest, action_id: int, question_id: int) -> HttpResponse:
    """Read the thread of a question, and reply in it."""
    action = get_action(request, action_id)
    contributes = can_contribute(request.user, action)
    require(can_reply(request.user, action))
    question = get_object_or_404(questions_about(action), pk=question_id)
    thread = thread_of(request.user, question, contributes=contributes)
    form = ReplyForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: reply_to_question(question=question, by=request.user, **form.record),
            )
            messages.success(request, "Your reply is sent")
            return redirect(action)
    heading = f"{thread.reply_label} a question" if thread.reply_label == "Answer" else "Ask again"
    context = form_context(action, form=form, heading=heading, thread=thread)
    return render(request, "actions/question_reply.html", context)
